/** Says to an owner that some of their groups are unknown to Kempt, so that too short a list is not taken for all of it. */
export function UnseenGroupsNotice({ view }: { view: { groupsIncomplete: boolean; scope: { kind: string } } }) {
  if (!view.groupsIncomplete || view.scope.kind === 'everything') return null
  return (
    <p role="note" className="rounded-md border border-line bg-sunken px-3 py-2 text-table text-soft">
      You are in more groups than your sign-in could name, so vaults owned through one of the others are missing here.
      Ask for the app registration to emit only the groups assigned to Kempt.
    </p>
  )
}

// How to mend one finding: one command with the real names in it, ready to copy; the other ways folded.
import { CopyCommand } from '#components/ui/copy-command.tsx'
import type { ObjectKind } from '#lib/domain/vault-object.ts'
import type { CommandNames, Rule } from '#lib/rules/rule.ts'

export function Fix({ rule, names }: { rule: Rule; names: CommandNames }) {
  const { cli, note, portal, bicep } = rule.fix
  return (
    <div className="space-y-2">
      <CopyCommand label="To fix it" command={cli(names)} />
      {note ? <p className="text-table text-soft">{note}</p> : null}
      <details className="text-table print:hidden">
        <summary className="link inline-block py-1">{bicep ? 'In the portal, or in Bicep' : 'In the portal'}</summary>
        <div className="mt-1 space-y-2 text-soft">
          <p>{portal}</p>
          {bicep ? <CopyCommand label="Bicep" command={bicep} /> : null}
        </div>
      </details>
    </div>
  )
}

/** The names a command needs, from what is known of the vault; its ARM id names its group when nothing else does. */
export function commandNames(
  vault: { vaultName: string; resourceId: string },
  object: { kind: ObjectKind; name: string } | null,
): CommandNames {
  const [, , subscriptionId = '', , resourceGroup = ''] = vault.resourceId.split('/')
  return {
    vault: vault.vaultName,
    resourceGroup,
    subscriptionId,
    ...(object ? { object: object.name, kind: object.kind } : {}),
  }
}

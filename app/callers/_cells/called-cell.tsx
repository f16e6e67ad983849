// What was called, and the way to its page: an object where it is in the inventory, else the name that the log has.
import { KindMark } from '#app/findings/subject-cells.tsx'
import { objectHref, vaultHref } from '#app/vaults/search.ts'
import { Breakable } from '#components/ui/breakable.tsx'
import { Link } from '#components/ui/link.tsx'
import type { ObjectKind } from '#lib/domain/vault-object.ts'

type Thing = { vault: string; kind: ObjectKind; name: string; stands: boolean }

/** Kind and name are null when a call names no object. */
export type Called = { vault: string; kind: ObjectKind | null; name: string | null; stands: boolean }

export function ObjectLink({ object: { vault, kind, name, stands }, asOf }: { object: Thing; asOf: string | null }) {
  return stands ? (
    <Link href={objectHref({ vaultName: vault, kind, name }, asOf)} look="row">
      <Breakable text={name} />
    </Link>
  ) : (
    <span className="font-medium">
      <Breakable text={name} />
    </span>
  )
}

/** The object with its kind and its vault; the vault alone where the call names no object. */
export function CalledCell({ called: { vault, kind, name, stands }, asOf }: { called: Called; asOf: string | null }) {
  const vaultLink = (
    <Link href={vaultHref(vault, asOf)} look="plain" className="hover:underline">
      {vault}
    </Link>
  )
  if (kind === null || name === null) {
    return (
      <div className="flex items-start gap-2">
        <KindMark kind="vault" />
        <div className="min-w-0">
          {vaultLink}
          <div className="text-faint">no object named</div>
        </div>
      </div>
    )
  }
  return (
    <div className="flex items-start gap-2">
      <KindMark kind={kind} />
      <div className="min-w-0">
        <ObjectLink object={{ vault, kind, name, stands }} asOf={asOf} />
        <div className="text-faint">
          {kind}
          {/* One link a cell where the object has a page: two this close are hard to hit. */}
          {stands ? ` in ${vault}` : <>, not in the inventory, in {vaultLink}</>}
        </div>
      </div>
    </div>
  )
}

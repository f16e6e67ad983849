// What one line of the timeline is about, object by object. An object outlives in the log what it was in the vault: it has a
// link only where Kempt ever saw it.
import type { View } from '#app/view.ts'
import { objectHref } from '#app/vaults/search.ts'
import { Link } from '#components/ui/link.tsx'
import { count } from '#lib/format/number.ts'
import type { OperationObject, OperationRow } from '#lib/queries/operations/operation-row.ts'
import { failureText } from './words.ts'

/** More than this is a file's work. */
const most = 100

/** On paper nothing can be folded, and the sentence before it says how many they are. */
const mostOnPaper = 10

export function ObjectList({ row, view }: { row: OperationRow; view: View }) {
  const { objects, vaultName } = row
  const rest = objects.length - most
  return (
    <details className={`max-sm:mt-1 sm:inline ${objects.length > mostOnPaper ? 'print:hidden' : ''}`}>
      <summary className="link w-fit sm:inline-block">
        {objects.length === 1 ? 'Details' : `All ${count(objects.length)} of them`}
      </summary>
      <ul className="mt-1 space-y-1 border-l border-line pl-3">
        {objects.slice(0, most).map((one) => (
          <li key={`${one.kind} ${one.name ?? ''}`}>
            <ObjectName object={one} vaultName={vaultName} asOf={view.asOf} />
            <span className="text-faint">
              {[
                '',
                one.calls > 1 ? `${count(one.calls)} calls` : null,
                failureText([one]),
                one.addresses.length > 0 ? `from ${one.addresses.join(', ')}` : null,
                one.gone ? 'gone since' : null,
                one.name !== null && !one.known ? 'never in the inventory' : null,
              ]
                .filter((note) => note !== null)
                .join(' · ')}
            </span>
          </li>
        ))}
        {rest > 0 ? <li className="text-faint">and {count(rest)} more, which are in the file.</li> : null}
      </ul>
    </details>
  )
}

type ObjectNameProps = { object: OperationObject; vaultName: string; asOf: string | null }

export function ObjectName({ object: { kind, name, known }, vaultName, asOf }: ObjectNameProps) {
  if (kind === 'vault') return <span>the vault</span>
  if (name === null) return <span>{kind}s the log does not name</span>
  return (
    <>
      {kind}{' '}
      {known ? (
        <Link href={objectHref({ vaultName, kind, name }, asOf)} look="row">
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
    </>
  )
}

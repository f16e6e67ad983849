// Addresses that calls came from. Each stays in one piece, or nobody could read it.
import { count } from '#lib/format/number.ts'

const most = 3
/** A title is read, not searched. */
const mostInTitle = 50

/** `none`: what is said where the log names no address. */
export function AddressList({ addresses, none = 'not told' }: { addresses: readonly string[]; none?: string }) {
  const rest = addresses.length - most
  if (addresses.length === 0) return <span className="text-faint">{none}</span>
  return (
    <span title={rest > 0 ? addresses.slice(0, mostInTitle).join(', ') : undefined}>
      {addresses.slice(0, most).map((address, index) => (
        <span key={address}>
          {index > 0 ? ', ' : ''}
          <span className="font-mono text-xs sm:whitespace-nowrap">{address}</span>
        </span>
      ))}
      {rest > 0 ? <span className="whitespace-nowrap text-faint"> and {count(rest)} more</span> : null}
    </span>
  )
}

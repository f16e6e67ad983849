import { isIP } from 'node:net'

/** Who sent a request, as far as a network tells: an IPv4 address, or the /64 of an IPv6 one, since a house has all of that. */
export function addressOf(headers: Headers, proxies: number): string {
  // Each proxy adds at the end whom it heard from. What stands before that was written by whoever asked, and may be anything.
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  const told = hops.at(-proxies) ?? hops[0] ?? ''
  // Some write the port behind the address.
  const bare = told.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(address) === 4) return address
  return isIP(address) === 6 ? networkOf(address) : 'unknown'
}

function networkOf(address: string): string {
  const [before = '', after] = (address.split('%')[0] ?? '').split('::')
  const first = before.split(':').filter(Boolean)
  const last = after?.split(':').filter(Boolean) ?? []
  const groups = [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => '0'), ...last]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

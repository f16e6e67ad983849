// Key Vault's paging: twenty-five at most, in the order of storage, with an opaque token that names where to go on.
// A page may be empty and still be followed by another one, as recorded from the real service.
import { fraction, seedOf } from '../organization/seeded-random.ts'

/** Storage keeps entries under upper-cased names, versions after the name. */
export type Entry = { marker: string; item: () => Record<string, unknown> }

export type PageRequest = { host: string; path: string; apiVersion: string; size: number; token: string | null }

const largestPage = 25

/** The page size asked for, or null when it is out of range. */
export function pageSizeOf(maxresults: string | null): number | null {
  if (maxresults === null) return largestPage
  const size = /^\d{1,4}$/.test(maxresults) ? Number(maxresults) : 0
  return size >= 1 && size <= largestPage ? size : null
}

/** Null when the token is none of ours. */
export function pageOf(entries: Entry[], request: PageRequest): { value: unknown[]; nextLink: string | null } | null {
  const place = request.token === null ? { marker: '', isSecondTry: false } : readToken(request.token)
  if (!place) return null
  const rest = entries.filter(({ marker }) => marker >= place.marker).sort((a, b) => (a.marker < b.marker ? -1 : 1))
  const first = rest[0]
  if (first && !place.isSecondTry && isHole(request, first.marker))
    return { value: [], nextLink: linkTo(request, first.marker, true) }
  const next = rest[request.size]
  return {
    value: rest.slice(0, request.size).map(({ item }) => item()),
    nextLink: next ? linkTo(request, next.marker, false) : null,
  }
}

/** Every ninth page, always at the same places, comes empty at first. */
const isHole = ({ host, path }: PageRequest, marker: string) => fraction(seedOf('hole', host, path, marker), 0) < 1 / 9

function linkTo({ host, path, apiVersion, size }: PageRequest, marker: string, isSecondTry: boolean): string {
  const inner = `${String(marker.length).padStart(6, '0')}!${marker}!000028!9999-12-31T23:59:59.9999999Z!`
  const encoded = Buffer.from(inner).toString('base64').replaceAll('=', '-')
  const token = { NextMarker: `2!${encoded.length}!${encoded}`, TargetLocation: isSecondTry ? 1 : 0 }
  const skiptoken = Buffer.from(JSON.stringify(token)).toString('base64url')
  return `https://${host}:443${path}?api-version=${apiVersion}&$skiptoken=${skiptoken}&maxresults=${size}`
}

function readToken(token: string): { marker: string; isSecondTry: boolean } | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString())
    if (typeof parsed !== 'object' || parsed === null || !('NextMarker' in parsed)) return null
    const encoded = /^2!\d+!(.+)$/.exec(String(parsed.NextMarker))?.[1]?.replaceAll('-', '=')
    const marker = /^\d{6}!(.*)!000028!/s.exec(Buffer.from(encoded ?? '', 'base64').toString())?.[1]
    return marker === undefined
      ? null
      : { marker, isSecondTry: 'TargetLocation' in parsed && parsed.TargetLocation === 1 }
  } catch {
    // Not JSON: somebody made the token up. The caller answers 400.
    return null
  }
}

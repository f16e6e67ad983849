// The list of pages, and who is looking. Shown twice: beside the page where there is room, and in a sheet where there is not.
import type { ReactNode } from 'react'
import { type Person, scopeOf } from '#lib/domain/scope.ts'
import { Icon } from '#components/ui/icon.tsx'
import { Link } from '#components/ui/link.tsx'
import { withAsOf } from './with-as-of.ts'

export const places = {
  mine: {
    href: '/mine',
    word: 'Mine',
    icon: 'M2.5 3.5 3.6 4.6l2-2.2M8 4h6M2.5 8l1.1 1.1 2-2.2M8 8.5h6m-11.5 4 1.1 1.1 2-2.2M8 13h6',
  },
  overview: { href: '/', word: 'Overview', icon: 'M2 13V8m4 5V3m4 10V6m4 7V1' },
  findings: { href: '/findings', word: 'At risk', icon: 'M8 1.6 15 14H1L8 1.6Zm0 4.6v3.6m0 2.2v.2' },
  calendar: { href: '/calendar', word: 'Calendar', icon: 'M2 3.5h12v10.5H2V3.5Zm0 3.5h12M5 1.5v3m6-3v3M5 10h2m2 0h2' },
  vaults: {
    href: '/vaults',
    word: 'Vaults',
    icon: 'M2 2.5h12v11H2v-11Zm6 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Zm0 1.6v1',
  },
  owners: {
    href: '/owners',
    word: 'Owners',
    icon: 'M6 2.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM1.5 13.5c.4-2.6 2.1-3.8 4.5-3.8s4.1 1.2 4.5 3.8M11 3a2.2 2.2 0 0 1 0 4.4m1 2.5c1.6.4 2.3 1.6 2.5 3.6',
  },
  callers: {
    href: '/callers',
    word: 'Callers',
    icon: 'M8 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM2.5 14c.5-2.8 2.6-4 5.5-4s5 1.2 5.5 4',
  },
  rules: { href: '/rules', word: 'Rules', icon: 'M3 1.5h10v13H3v-13ZM5.5 5h5m-5 3h5m-5 3h3' },
  changes: { href: '/changes', word: 'Changes', icon: 'M2 5h11m-3-3 3 3-3 3M14 11H3m3-3-3 3 3 3' },
  operations: {
    href: '/operations',
    word: 'Operations',
    icon: 'M4 1.5v13M4 4h.1M4 8h.1M4 12h.1M7.5 4H14M7.5 8H12m-4.5 4H14',
  },
  snapshots: {
    href: '/snapshots',
    word: 'Snapshots',
    icon: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 4v4.2l2.8 1.6',
  },
  waivers: {
    href: '/waivers',
    word: 'Waivers',
    icon: 'M8 1.5 13.5 4v4c0 3.4-2.3 5.6-5.5 6.5C4.8 13.6 2.5 11.4 2.5 8V4L8 1.5Zm-2.5 6h5',
  },
  policy: { href: '/policy', word: 'Policy', icon: 'M2 4.5h6m4 0h2M2 11.5h2m4 0h6M8 2.5h4v4H8v-4Zm-4 7h4v4H4v-4Z' },
  audit: {
    href: '/audit',
    word: 'Audit',
    icon: 'M3 1.5h7l3 3v4M3 1.5v13h4.5M5.5 6h4m-4 3h2m3 0a2 2 0 1 1 0 4 2 2 0 0 1 0-4Zm1.5 3.5 2 2',
  },
} as const

export type Place = keyof typeof places

const roleWord = { 'Kempt.Lead': 'Lead', 'Kempt.Owner': 'Owner', 'Kempt.Reader': 'Reader' } as const

const forOwners: readonly string[] = ['mine']
/** An owner's own lines are no place to go to; a link may lead there. */
const forOthers: readonly string[] = ['audit']

/** The places of a person, by role: an owner begins with what is theirs, everybody else with all there is. */
export const placesOf = (person: Person) => {
  const hidden = scopeOf(person)?.kind === 'everything' ? forOwners : forOthers
  return Object.entries(places).filter(([key]) => !hidden.includes(key))
}

type NavigationProps = {
  current: Place | null
  asOf: string | null
  person: Person
  /** Stands over the person, at the foot. */
  foot: ReactNode
}

export function Navigation({ current, asOf, person, foot }: NavigationProps) {
  return (
    <div className="flex h-full flex-col">
      <nav aria-label="Main" className="px-3">
        <ul className="space-y-0.5">
          {placesOf(person).map(([key, place]) => (
            <li key={key}>
              <Link
                href={withAsOf(place.href, asOf)}
                look="plain"
                aria-current={key === current ? 'page' : undefined}
                className={`flex h-8 items-center gap-2.5 rounded-md px-2.5 text-table ${
                  key === current ? 'bg-sunken font-medium text-ink' : 'text-soft hover:bg-sunken hover:text-ink'
                }`}
              >
                <Icon path={place.icon} />
                {place.word}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto">{foot}</div>
      <div className="mt-3 border-t border-line px-5 py-4 text-table">
        <div className="truncate font-medium" title={person.mail || person.name}>
          {person.name || person.mail}
        </div>
        <div className="mt-0.5 flex items-baseline justify-between gap-3 text-faint">
          <span>{person.roles.map((role) => roleWord[role]).join(', ')}</span>
          {/* A plain anchor: the way out leads to Entra, which the router cannot fetch. */}
          <a href="/sign-out" className="link">
            Sign out
          </a>
        </div>
      </div>
    </div>
  )
}

// What kind of vault each one is: how it lets people in, how it is recovered, logged and read by Kempt. Drawn over the
// whole estate at once, so that the shares hold at any size and every odd case exists from some thirty vaults on.
import type { Vault } from '../organization.ts'
import { seedOf, shuffled } from '../seeded-random.ts'
import type { Blueprint } from './blueprints.ts'

export type Logging = 'workspace' | 'switched' | 'none' | 'policy-only' | 'storage-only'

export type Traits = {
  model: 'rbac' | 'policies'
  network: 'private' | 'deny' | 'allow' | 'never-configured'
  /** Its firewall is opened for nine days now and then. */
  opensAtTimes: boolean
  purge: 'on' | 'off' | 'gained'
  retentionDays: number
  logging: Logging
  /** Its rows never arrive, whatever its setting says. */
  isSilent: boolean
  access: Vault['access']
  /** Kempt loses its way in for some weeks and gets it back; the number staggers the vaults. */
  dark: { number: number; of: number } | null
  diagnosticsAccess: NonNullable<Vault['diagnosticsAccess']>
  hasPrivateEndpoint: boolean
  hasEventTopic: boolean
  owner: 'lead' | 'team' | 'shouted' | 'group' | 'nobody'
  shared: 'applications' | 'environments' | null
  /** In [0, 1): how many objects it holds, compared with the others. */
  fullness: number
}

export function traitsOf(seed: string, blueprints: readonly Blueprint[]): Traits[] {
  const size = blueprints.length
  const slots = blueprints.map(({ slot }) => slot)
  const share = (aspect: string) => spread(seed, aspect, size)
  const [model, network, purge, retention, owner, fullness] = [
    share('model'),
    share('network'),
    share('purge'),
    share('retention'),
    share('owner'),
    share('fullness'),
  ]
  const networkOf = (slot: number): Traits['network'] => {
    const place = network[slot] ?? 0
    const isProd = blueprints[slot]?.environment === 'prod'
    if (place < (isProd ? 0.12 : 0.04)) return 'private'
    if (place < (isProd ? 0.76 : 0.4)) return 'deny'
    return place < 0.88 ? 'never-configured' : 'allow'
  }
  const modelOf = (slot: number): Traits['model'] => ((model[slot] ?? 0) < 0.25 ? 'policies' : 'rbac')
  const permanent = slots.filter((slot) => !blueprints[slot]?.isProject)
  const where = (test: (slot: number) => boolean) => permanent.filter(test)

  const logging = carve(seed, 'logging', permanent, [
    ['none', 0.08],
    ['switched', 0.06],
    ['policy-only', 0.015],
    ['storage-only', 0.015],
  ])
  const isLogged = (slot: number) => !logging.has(slot)
  const noRole = carve(
    seed,
    'no role',
    where((slot) => modelOf(slot) === 'rbac'),
    [['no-role', 0.03]],
  )
  const noPolicy = carve(
    seed,
    'no policy',
    where((slot) => modelOf(slot) === 'policies'),
    [['no-policy', 0.12]],
  )
  const behind = carve(
    seed,
    'firewall',
    where((slot) => networkOf(slot) === 'deny' && !noRole.has(slot) && !noPolicy.has(slot)),
    [['firewall', 0.06]],
  )
  const closed = carve(
    seed,
    'private',
    where((slot) => networkOf(slot) === 'private' && !noRole.has(slot) && !noPolicy.has(slot)),
    [['private-only', 0.3]],
  )
  const unread = new Map<number, Vault['access']>([...noRole, ...noPolicy, ...behind, ...closed])
  const nameGone = carve(
    seed,
    'name',
    where((slot) => networkOf(slot) === 'private' && !unread.has(slot)),
    [['name-gone', 0.25]],
  )
  for (const [slot, access] of nameGone) unread.set(slot, access)
  const readable = where((slot) => !unread.has(slot) && isLogged(slot))
  const dark = [
    ...carve(
      seed,
      'dark',
      readable.filter((slot) => modelOf(slot) === 'rbac'),
      [['dark', 0.07]],
    ).keys(),
  ]
  const odd = carve(
    seed,
    'odd',
    readable.filter((slot) => !dark.includes(slot)),
    [
      ['silent', 0.02],
      ['untold', 0.02],
    ],
  )
  const shared = carve(
    seed,
    'shared',
    where((slot) => blueprints[slot]?.environment === 'prod'),
    [
      ['applications', 0.08],
      ['environments', 0.06],
    ],
  )
  const opens = carve(
    seed,
    'opens',
    where((slot) => networkOf(slot) === 'deny' && unread.get(slot) !== 'firewall'),
    [['opens', 0.25]],
  )
  const topics = carve(seed, 'topics', slots, [['topic', 0.35]])

  // Whoever leads a team finds at least one vault with their name on it.
  const byTeam = Map.groupBy(blueprints, ({ application }) => application.team.name)
  const firstOfTeam = new Set([...byTeam.values()].map(([first]) => first?.slot))

  return blueprints.map(({ slot, isProject }) => ({
    model: modelOf(slot),
    network: networkOf(slot),
    opensAtTimes: opens.has(slot),
    purge: isProject ? 'gained' : (purge[slot] ?? 0) < 0.66 ? 'on' : 'off',
    retentionDays: pickRetention(retention[slot] ?? 0),
    logging: logging.get(slot) ?? 'workspace',
    isSilent: odd.get(slot) === 'silent',
    access: unread.get(slot) ?? 'readable',
    dark: dark.includes(slot) ? { number: dark.indexOf(slot), of: dark.length } : null,
    diagnosticsAccess: odd.get(slot) === 'untold' ? 'denied' : 'readable',
    hasPrivateEndpoint: networkOf(slot) === 'private' || (networkOf(slot) === 'deny' && (network[slot] ?? 0) < 0.25),
    hasEventTopic: topics.has(slot),
    owner: firstOfTeam.has(slot) ? 'lead' : pickOwner(owner[slot] ?? 0),
    shared: shared.get(slot) ?? null,
    fullness: fullness[slot] ?? 0,
  }))
}

const pickRetention = (place: number) => (place < 0.86 ? 90 : place < 0.95 ? 30 : 7)

function pickOwner(place: number): Traits['owner'] {
  if (place < 0.34) return 'lead'
  if (place < 0.58) return 'team'
  if (place < 0.7) return 'shouted'
  return place < 0.82 ? 'group' : 'nobody'
}

/** A number in (0, 1) for each slot, evenly spread over the estate, in an order that belongs to the aspect. */
function spread(seed: string, aspect: string, size: number): number[] {
  const places = new Array<number>(size).fill(0)
  const order = shuffled([...places.keys()], seedOf(seed, 'spread', aspect))
  order.forEach((slot, rank) => {
    places[slot] = (rank + 0.5) / size
  })
  return places
}

/** Hands labels to portions of the candidates; each label goes to at least one when there are enough candidates. */
function carve<Label extends string>(
  seed: string,
  aspect: string,
  candidates: readonly number[],
  portions: readonly [Label, number][],
): Map<number, Label> {
  const order = shuffled(candidates, seedOf(seed, 'carve', aspect))
  const labels = new Map<number, Label>()
  for (const [label, share] of portions) {
    const least = candidates.length >= 2 * portions.length ? 1 : 0
    const count = Math.max(least, Math.round(share * candidates.length))
    for (const slot of order.splice(0, count)) labels.set(slot, label)
  }
  return labels
}

// Everything within a scope that has a text in its name, kind by kind: for the palette and for the page of results alike.
import { addressOf } from '#app/_search/address.ts'
import { callerHref } from '#app/callers/search.ts'
import { callerKindWords, callerName } from '#app/callers/words.ts'
import { ownerHref } from '#app/owners/owner-href.ts'
import { objectHref, vaultHref } from '#app/vaults/search.ts'
import type { View } from '#app/view.ts'
import { count } from '#lib/format/number.ts'
import { objectKinds } from '#lib/domain/vault-object.ts'
import { findCallers } from '#lib/queries/search/find-callers.ts'
import { findObjects } from '#lib/queries/search/find-objects.ts'
import { findOwners } from '#lib/queries/search/find-owners.ts'
import { findVaults } from '#lib/queries/search/find-vaults.ts'
import { type HitGroup, mostHits } from './hits.ts'
import { matchRules } from './match-rules.ts'

export async function searchFor(view: View, text: string): Promise<HitGroup[]> {
  const { db, scope, at, asOf } = view
  const asked = { at, text, most: mostHits }
  const [vaults, objects, owners, callers] = await Promise.all([
    findVaults(db, scope, asked),
    findObjects(db, scope, asked),
    findOwners(db, scope, asked),
    findCallers(db, scope, asked),
  ])
  const rest = (total: number, label: string, path: string, params: readonly (readonly [string, string])[] = []) =>
    total > mostHits ? { href: addressOf(path, [['asOf', asOf], ...params]), label: `${label}, ${count(total)}` } : null
  const groups: HitGroup[] = [
    {
      title: 'Vaults',
      hits: vaults.rows.map(({ name, place }) => ({
        href: vaultHref(name, asOf),
        name,
        detail: place ? `${place.subscriptionName}, ${place.resourceGroup}` : '',
      })),
      all: rest(vaults.total, 'All vaults like it', '/vaults', [['q', text]]),
    },
    {
      title: 'Objects',
      hits: objects.rows.map((object) => ({
        href: objectHref(object, asOf),
        name: object.name,
        detail: `${object.kind} in ${object.vaultName}`,
      })),
      // The list looks for the text in the names of vaults too.
      all: rest(objects.total, 'All objects like it, or in a vault like it', '/findings', [
        ['status', 'all'],
        ...objectKinds.map((kind) => ['kind', kind] as const),
        ['q', text],
      ]),
    },
    matchRules(text, asOf),
    {
      title: 'Owners',
      hits: owners.rows.flatMap(({ owner, vaults }) => {
        const href = ownerHref(owner, view)
        const detail = vaults === 0 ? 'of objects' : vaults === 1 ? 'of 1 vault' : `of ${count(vaults)} vaults`
        return href ? { href, name: owner, detail } : []
      }),
      all: rest(owners.total, 'All owners like it', '/owners', [['q', text]]),
    },
    {
      title: 'Callers',
      hits: callers.rows.map((caller) => ({
        href: callerHref(caller.identity, asOf),
        name: callerName(caller),
        detail: callerKindWords[caller.kind],
      })),
      // The list holds those of the last 30 days, so the number would be another one.
      all:
        callers.total > mostHits
          ? {
              href: addressOf('/callers', [
                ['asOf', asOf],
                ['q', text],
              ]),
              label: 'Callers like it in the last 30 days',
            }
          : null,
    },
  ]
  return groups.filter(({ hits }) => hits.length > 0)
}

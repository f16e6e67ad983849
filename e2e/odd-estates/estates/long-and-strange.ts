// Names as long as Azure allows them, and tags as people really write them: emoji, right to left, markup, formulas.
import type { Arrangement } from '../arranging/stories-in.ts'
import { from, withoutEnd } from './without-end.ts'

/** 24 characters, the most there can be in the name of a vault. */
export const longVault = 'kv-longest-vault-name-24'

/** 127 characters, the most there can be in the name of an object, without a place to break. */
export const longName = `${'theOneSecretThatOpensEveryDoorOfTheHouse'.repeat(4).slice(0, 123)}-127`

/** 256 characters, the most there can be in a tag. */
export const longOwner = `Team for ${'everything-and-then-some '.repeat(12)}`.slice(0, 253).concat('end')

export const owners = {
  'owned-by-a-long-name': longOwner,
  'owned-by-emoji': '👩🏽‍🚒 Feuerwehr 🚒🔥',
  'owned-from-right-to-left': 'فريق الخزائن (مناوب 24)',
  'owned-by-markup': '<b onmouseover="alert(1)">Ops & Söhne</b>',
  'owned-by-a-formula': '=HYPERLINK("https://example.org","Ops")',
} as const

/** As Kempt keeps an owner: in lower case, so that two ways to write one are one. */
export const kept = (owner: string) => owner.toLowerCase().trim()

/** 255 characters. */
const contentType = `text/plain; ${'of-the-longest-kind-'.repeat(12)}end`

export const longAndStrange: Arrangement = {
  async arrange({ azure, takeSnapshot }) {
    azure.azure.organization.amend({
      kind: 'vault',
      from,
      vault: {
        name: longVault,
        resourceGroup: `rg-${'everything_that_nobody_sorted.'.repeat(3)}`.slice(0, 89).concat('z'),
        tags: {
          environment: 'prod',
          application: '🚚 שילוח <i>Versand</i>',
          owner: longOwner,
          'note "as told" & kept': 'Älteste Notiz 🗝️ — לא למחוק',
        },
      },
      objects: [
        withoutEnd('secret', longName, { contentType }),
        withoutEnd('key', longName),
        withoutEnd('certificate', longName),
        ...Object.entries(owners).map(([name, owner]) => withoutEnd('secret', name, { tags: { owner } })),
      ],
    })
    await takeSnapshot()
  },
}

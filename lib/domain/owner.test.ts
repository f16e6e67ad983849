import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeOwner, ownerNamedByObject, vaultOwner } from './owner.ts'

test.each([
  ['a mail', 'ana.silva@halden.example', 'ana.silva@halden.example'],
  ['a mail in capitals, with blanks around it', ' Ana.Silva@Halden.Example\n', 'ana.silva@halden.example'],
  ['a link to a mail', 'mailto:Ana.Silva@halden.example', 'ana.silva@halden.example'],
  ['a link that says what to write about', 'mailto:ana@halden.example?subject=kv-shop', 'ana@halden.example'],
  ['a name with its mail', 'Ana Silva <ana.silva@halden.example>', 'ana.silva@halden.example'],
  ['a family name first', '"Silva, Ana" <ana.silva@halden.example>', 'ana.silva@halden.example'],
  ['a mail in brackets', 'Platform (platform@halden.example)', 'platform@halden.example'],
  ['a mail in a sentence', 'ask ana@halden.example.', 'ana@halden.example'],
  ['a mail with an apostrophe', "Mary.O'Brien@halden.example", "mary.o'brien@halden.example"],
  ['a guest', 'ana_contoso.com#EXT#@halden.onmicrosoft.com', 'ana@contoso.com'],
  ['a guest with an underscore', 'ana_de_silva_contoso.com#EXT#@halden.onmicrosoft.com', 'ana_de_silva@contoso.com'],
  ['a name of a person', 'Ana   Silva', 'ana silva'],
  ['a family name first, without a mail', 'Silva, Ana', 'silva, ana'],
  ['a team', 'Team  Dispatch', 'team dispatch'],
  ['a group of the code host', '@halden/platform', '@halden/platform'],
  ['an object id', '6A1F0C52-3333-4A6E-9C1E-2F6F0A9D7C03', '6a1f0c52-3333-4a6e-9c1e-2f6f0a9d7c03'],
])('%s is compared in one form', (_what, said, form) => {
  expect(normalizeOwner(said)).toBe(form)
})

test.each([
  ['mails', 'ana@halden.example; bo@halden.example', 'ana@halden.example'],
  ['mails with commas', 'ana@halden.example, bo@halden.example', 'ana@halden.example'],
  ['mails with slashes', 'ana@halden.example / bo@halden.example', 'ana@halden.example'],
  ['mails with names', 'Ana <ana@halden.example>; Bo <bo@halden.example>', 'ana@halden.example'],
  ['a team and a mail', 'Team Dispatch; bo@halden.example', 'team dispatch'],
  ['nothing and a mail', ' ; mailto:bo@halden.example', 'bo@halden.example'],
])('of several names the first counts: %s', (_what, said, form) => {
  expect(normalizeOwner(said)).toBe(form)
})

test('what is in its form already stays as it is', () => {
  const piece = fc.constantFrom(
    ...['ana', 'Silva', '@', '_', '#EXT#', '#', ';', ',', ' ', '\t', '<', '>', '.', ':', 'mailto:', '"', "'", '/', '?'],
    ...['contoso.com', 'halden.onmicrosoft.com', 'İ', 'Σ', '(', ')', '\\'],
  )
  const said = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(piece, { maxLength: 12 }).map((some) => some.join('')),
  )
  fc.assert(
    fc.property(said, (text) => {
      const form = normalizeOwner(text)
      expect(normalizeOwner(form)).toBe(form)
      expect(normalizeOwner(` ${text}\t`)).toBe(form)
    }),
    { seed: 20261123, numRuns: 3000 },
  )
})

const vault = { tags: {}, resourceGroupTags: {}, subscriptionTags: { Owner: 'Platform' } }

test('a tag that names nobody is passed over for the next level', () => {
  expect(ownerNamedByObject({ owner: 'mailto:' }, ['owner'])).toBeNull()
  expect(vaultOwner({ ...vault, tags: { owner: ' ; ' } }, ['owner'])).toEqual({
    owner: 'platform',
    source: 'subscription',
  })
})

test('the nearest level wins', () => {
  const named = { ...vault, tags: { owner: 'Ana <ana@halden.example>' }, resourceGroupTags: { owner: 'Bo' } }
  expect(vaultOwner(named, ['owner'])).toEqual({ owner: 'ana@halden.example', source: 'vault' })
})

test('where nobody is named there is no owner', () => {
  expect(vaultOwner({ ...vault, subscriptionTags: {} }, ['owner'])).toBeNull()
})

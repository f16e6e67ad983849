import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { severities } from '#lib/domain/severity.ts'
import { catalogue, retiredRuleIds } from './catalogue.ts'
import { type Rule, ruleAreas } from './rule.ts'

/** Files of this folder that are not rules. Anything else here must be one, and be in the catalogue. */
const around = [
  'add-months.ts',
  'audit-settings.ts',
  'caller-words.ts',
  'catalogue.ts',
  'certificate-decides.ts',
  'clocks-disagree.ts',
  'command-words.ts',
  'decide-expired.ts',
  'decide-near-expiry.ts',
  'decide-seen.ts',
  'decision.ts',
  'log-window.ts',
  'objects-of-vault.ts',
  'prefix-length.ts',
  'readers-of.ts',
  'replaced-versions.ts',
  'rule.ts',
  'setting-words.ts',
  'short-list.ts',
  'unread-because.ts',
]

test('the catalogue lists exactly the rule files, and a rule is named as its file', async () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !around.includes(file),
  )
  expect(catalogue.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  for (const rule of catalogue) {
    const file: { default: Rule } = await import(`../rules/${rule.id}.ts`)
    expect(file.default).toBe(rule)
  }
})

test('the catalogue goes area by area, the worst first', () => {
  const places = catalogue.map(({ area, severity }) => ruleAreas.indexOf(area) * 10 + severities.indexOf(severity))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
})

test('a retired id is never given to another rule', () => {
  expect(catalogue.filter(({ id }) => retiredRuleIds.includes(id))).toEqual([])
})

describe.each(catalogue)('the manual of $id', ({ title, failing, why, fix, source, controls }) => {
  const names = {
    vault: 'kv-shop',
    object: 'stripe-key',
    kind: 'secret',
    resourceGroup: 'rg (old)',
    subscriptionId: 's-1',
  } as const
  const command = fix.cli(names)

  test('has a title for the good state and a short one for the bad', () => {
    expect(title).not.toMatch(/\.$/)
    expect(failing.length).toBeLessThanOrEqual(40)
    expect(why.split('. ').length).toBeGreaterThanOrEqual(2)
  })

  test('gives a command that can be pasted', () => {
    for (const line of command.replaceAll(/ \\\n */g, ' ').split('\n')) expect(line).toMatch(/^(#|az) /)
    expect(command).toContain('kv-shop')
    if (command.includes('rg (old)')) expect(command).toMatch(/'[^']*rg \(old\)[^']*'/)
    expect(command).not.toMatch(/undefined|\[object/)
  })

  test('runs nothing that was not meant when it is pasted whole', () => {
    // One command, or steps of which the next runs only when the one before it went well.
    const lines = command.replaceAll(/ \\\n */g, ' ').split('\n')
    expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(1)
  })

  test('never tells anybody to fetch a value', () => {
    expect(command).not.toMatch(/az keyvault (secret|key|certificate) (show|download|backup)/)
  })

  test('fills in names it was not given with something that cannot be taken for one', () => {
    const { object: _, kind: __, ...vaultOnly } = names
    expect(fix.cli(vaultOnly)).not.toContain('undefined')
  })

  test('cites its source and matching controls', () => {
    expect(source.url).toMatch(/^https:\/\/learn\.microsoft\.com\/azure\/[\w/-]+$/)
    expect(source.sentence).toMatch(/\.$/)
    for (const id of controls.azurePolicy) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    for (const id of controls.cis) expect(id).toMatch(/^v\d\.\d \d+(\.\d+)+$/)
    for (const id of controls.mcsb) expect(id).toMatch(/^[A-Z]{2}-\d$/)
  })
})

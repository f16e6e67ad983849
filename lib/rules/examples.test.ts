// The examples beside each rule are its specification; this runs them all, through the engine as in a snapshot.
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { defaultThresholds } from '#lib/domain/thresholds.ts'
import { judge } from '#lib/engine/judge.ts'
import { catalogue } from './catalogue.ts'
import { badInputs, type Example } from './examples/example.ts'
import { now } from './examples/now.ts'
import { someEvidence } from './examples/some-evidence.ts'
import { partsOf } from './rule.ts'

const builders = /^(a|an|some)-|^(example|now)\.ts$/

test('every file of examples belongs to a rule', () => {
  const files = readdirSync(new URL('./examples/', import.meta.url)).filter((file) => !builders.test(file))
  expect(files.sort()).toEqual(catalogue.map(({ id }) => `${id}.ts`).sort())
})

const withBadInput: Example[] = []

for (const rule of catalogue) {
  const { examples }: { examples: readonly Example[] } = await import(`./examples/${rule.id}.ts`)
  withBadInput.push(...examples.filter(({ badInput }) => badInput))

  describe(rule.id, () => {
    test.each(examples)('$says', ({ given, thresholds, ownerTagNames = ['owner'], verdict, because }) => {
      const verdicts = judge({
        evidence: someEvidence(given),
        known: [],
        policy: { ...defaultPolicy, thresholds: { ...defaultThresholds, ...thresholds } },
        ownerTagNames,
        now,
        rules: [rule],
      })
      expect(verdicts.map(({ status }) => status)).toEqual([verdict])
      expect(verdicts[0]?.because).toMatch(/^[A-Z].*\.$/)
      if (because) expect(verdicts[0]?.because).toBe(because)
    })

    test('is shown passing, failing and, where evidence can be missing, unknown', () => {
      const shown = new Set(examples.map(({ verdict }) => verdict))
      expect(shown).toContain('pass')
      expect(shown).toContain('fail')
      if (partsOf(rule).length > 0) expect(shown).toContain('unknown')
    })
  })
}

test.each(badInputs)('%s has its verdict, and its words', (input) => {
  const shown = withBadInput.filter(({ badInput }) => badInput === input)
  expect(shown).not.toEqual([])
  for (const { because } of shown) expect(because).toBeDefined()
})

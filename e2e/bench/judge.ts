// All rules over a large estate, with nothing else in the way: evidence is made beforehand, verdicts are counted and let go.
import { defaultPolicy, type Policy, policySchema } from '#lib/domain/policy.ts'
import { judge } from '#lib/engine/judge.ts'
import { catalogue } from '#lib/rules/catalogue.ts'
import { createOrganization } from '../azure/organization/create-organization.ts'
import { evidenceOf } from './evidence-of.ts'
import { median } from './quantile.ts'

const aimSeconds = 3
const aimObjects = 100_000
const rounds = 5
const now = new Date('2026-11-20T02:15:00Z')
const ownerTagNames = ['owner', 'contact', 'team']

/** One of each sort of selector; most objects match none of them. */
const overridden = policySchema.parse({
  overrides: [
    { selector: { environments: ['production'] }, thresholds: { rotationDays: 45 } },
    { selector: { owners: ['payments'] }, thresholds: { nearExpiryDays: 45 } },
    { selector: { tags: [{ name: 'criticality', value: 'high' }] }, thresholds: { secretValidityDays: 60 } },
  ],
})

const organization = createOrganization({ seed: '7', vaults: 1000, objectsPerVault: 100 })
const estate = organization.estateAt(now)
const cases = estate.vaults.map((vault) => evidenceOf(estate, vault, organization.objectsAt(vault.name, now), now))
const objects = cases.reduce((sum, { secrets, keys, certificates }) => {
  const count = (list: typeof secrets) => (list.status === 'not' ? 0 : list.value.length)
  return sum + count(secrets) + count(keys) + count(certificates)
}, 0)

type Round = { seconds: number; verdicts: number; failing: number }

/** One round over everything. */
function judgeAll(policy: Policy): Round {
  let [verdicts, failing] = [0, 0]
  const start = performance.now()
  for (const evidence of cases) {
    for (const { status } of judge({ evidence, known: [], policy, ownerTagNames, now })) {
      verdicts++
      if (status === 'fail') failing++
    }
  }
  return { seconds: (performance.now() - start) / 1000, verdicts, failing }
}

/** Seconds, as if there were exactly as many objects as the aim names. */
const scaled = (seconds: number) => ((seconds * aimObjects) / objects).toFixed(2)

function report(what: string, policy: Policy): void {
  const times = Array.from({ length: rounds }, () => judgeAll(policy).seconds)
  console.log(
    `  ${what.padEnd(26)} first ${scaled(times[0] ?? 0)} s, median of ${rounds} ${scaled(median(times))} s (aim: under ${aimSeconds})`,
  )
}

// The very first round, before the engine's code is warm, is the one a job has.
const cold = judgeAll(defaultPolicy)
console.log(
  `  ${objects} objects in ${cases.length} vaults by ${catalogue.length} rules: ${cold.verdicts} verdicts, ${cold.failing} failing`,
)
console.log(`  seconds for ${aimObjects} objects; right after the start of the process ${scaled(cold.seconds)} s`)
report('the default policy', defaultPolicy)
report('with three overrides', overridden)

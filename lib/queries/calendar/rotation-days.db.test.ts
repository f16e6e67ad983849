// What is due is counted where it is kept: the thresholds in SQL are those that the rules judge by.
import { expect, test } from 'vitest'
import { freshDatabase } from '#e2e/database/fresh-database.ts'
import { sql } from '#lib/db/open-database.ts'
import { type Policy, type PolicySubject, policySchema, thresholdsFor } from '#lib/domain/policy.ts'
import { rotationDays } from './rotation-days.ts'

const db = await freshDatabase()

const subjects: PolicySubject[] = [
  { environment: 'production', owner: 'ana', vaultTags: { Tier: ' Gold ' }, objectTags: {} },
  { environment: 'Production', owner: 'ana@halden.example', vaultTags: {}, objectTags: { tier: 'gold' } },
  { environment: null, owner: null, vaultTags: { tier: '  ' }, objectTags: { TIER: '' } },
  { environment: 'test', owner: 'bo', vaultTags: { tier: 'silver' }, objectTags: { tier: 'GOLD' } },
  {
    environment: null,
    owner: 'team "a", b',
    vaultTags: { 'Zweck 🚚': "it's; a \\ test" },
    objectTags: { x: '\u00a0' },
  },
].map((said, index) => ({
  ...{ vaultName: `kv-${index}`, subscriptionId: `id-${index % 2}`, subscriptionName: `Sub ${index % 3}` },
  ...said,
}))

const selectors = [
  { environments: ['PRODUCTION'] },
  { subscriptions: ['id-1', 'sub 2'] },
  { vaults: ['KV-3', 'kv-4'] },
  { owners: ['Ana Silva <ANA@halden.example>', 'Bo'] },
  { tags: [{ name: 'tier', value: null }] },
  { tags: [{ name: 'TIER', value: 'Gold' }] },
  { tags: [{ name: 'zweck 🚚', value: "It's; a \\ test" }] },
  { tags: [{ name: 'x', value: null }] },
  { owners: ['team "a", b'], environments: ['test'] },
  {},
]

/** Every pair of selectors: the first that matches wins, whichever that is, and one without rotation says nothing of it. */
const policies: Policy[] = selectors.flatMap((one) =>
  selectors.map((other) =>
    policySchema.parse({
      thresholds: { rotationDays: 90 },
      overrides: [
        { selector: {}, thresholds: { nearExpiryDays: 7 } },
        { selector: one, thresholds: { rotationDays: 10 } },
        { selector: other, thresholds: { rotationDays: 20 } },
      ],
    }),
  ),
)

test('every subject has the days that the rules would give it', async () => {
  for (const policy of policies) {
    const days = rotationDays(policy, {
      vaultName: sql`s."vaultName"`,
      subscriptionId: sql`s."subscriptionId"`,
      subscriptionName: sql`s."subscriptionName"`,
      environment: sql`s.environment`,
      owner: sql`s.owner`,
      vaultTags: sql`s."vaultTags"`,
      objectTags: sql`s."objectTags"`,
    })
    const rows = await db.$queryRaw<{ days: number }[]>(sql`
      select ${days} as days
      from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as s("vaultName" text, "subscriptionId" text,
        "subscriptionName" text, environment text, owner text, "vaultTags" jsonb, "objectTags" jsonb)`)
    expect([policy.overrides, rows.map((row) => row.days)]).toEqual([
      policy.overrides,
      subjects.map((subject) => thresholdsFor(policy, subject).rotationDays),
    ])
  }
})

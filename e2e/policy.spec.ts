// The policy: tried on what is remembered before it is saved, and judged by from the next snapshot on.
import { expect, test } from './house.ts'
import { lead, reader } from './house/people.ts'

test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 1440, height: 900 } })

const overdue = 'Secret is overdue for rotation'
const rotation = 'A secret is to be rotated within'

test('a lead tries a stricter rotation, sees what it would do, and saves it; the next snapshot judges by it', {
  tag: '@changes',
}, async ({ kempt: { atRisk, policy, snapshots }, signedInAs }) => {
  await signedInAs(lead)
  // So that the draft is tried on the same day that it will be judged on.
  await snapshots.takeOne()
  await policy.open()
  await policy.field(rotation).fill('20')
  await policy.show.click()
  await expect(policy.changes).toContainText(/Rotation: 60 days .* 20 days/)
  const failsNow = await policy.failsNow(overdue)
  const wouldFail = await policy.wouldFail(overdue)
  expect(wouldFail).toBeGreaterThan(failsNow)

  await policy.note.fill('The auditor asked for it.')
  await policy.save.click()
  await expect(policy.waiting).toBeVisible()
  await expect(policy.history).toContainText('The auditor asked for it.')
  await atRisk.open('?rule=secret-overdue-for-rotation')
  expect(await atRisk.total()).toBe(failsNow)

  await snapshots.takeOne()
  await policy.open()
  await expect(policy.waiting).toBeHidden()
  await atRisk.open('?rule=secret-overdue-for-rotation')
  expect(await atRisk.total()).toBe(wouldFail)
})

test('what is saved back is in force again', { tag: '@changes' }, async ({
  kempt: { policy, snapshots },
  signedInAs,
}) => {
  await signedInAs(lead)
  await policy.saveDraft('?rotationDays=60', 'As it was.')
  await snapshots.takeOne()
  await policy.open()
  await expect(policy.waiting).toBeHidden()
  await expect(policy.field(rotation)).toHaveValue('60')
})

test('a reader tries a draft and cannot save it, not even with a form that a lead left open', async ({
  page,
  kempt: { policy },
  signedInAs,
}) => {
  await signedInAs(reader)
  await policy.open('?rotationDays=20')
  await expect(policy.rowOf(overdue)).toBeVisible()
  await expect(policy.draft).toContainText('Only a lead can save it')
  await expect(policy.save).toBeHidden()

  await signedInAs(lead)
  await policy.open('?rotationDays=20')
  await signedInAs(reader)
  await policy.note.fill('Let me.')
  await policy.save.click()
  await expect(page.getByRole('alert').filter({ hasText: 'Kempt.Lead' })).toBeVisible()
  await policy.open()
  await expect(policy.field(rotation)).toHaveValue('60')
})

test('thresholds that cannot all be met are explained, and nonsense is told', async ({
  page,
  kempt: { policy },
  signedInAs,
}) => {
  await signedInAs(reader)
  await policy.open('?nearExpiryDays=90&retentionDays=soon')
  await expect(policy.draft).toContainText('one that obeys the first fails the second from its first day')
  await expect(page.getByRole('main')).toContainText('“soon” is no whole number from 7 to 90. It stays at 90 days.')
})

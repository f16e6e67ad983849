// Who gets in, to which page, and how they leave.
import { expect, test } from './house.ts'
import { choosePerson, lead, owner, reader, sessionCookie, withoutRole } from './house/people.ts'

const wanted = '/findings?severity=high'

test('a link that was sent to somebody leads them to exactly that page, by way of Entra', async ({ page, kempt }) => {
  await page.goto(wanted)
  await expect(kempt.entra.heading).toBeVisible()
  await choosePerson(page, lead)
  await expect(page).toHaveURL(wanted)
  await expect(kempt.person(lead)).toBeVisible()
})

test('an owner who comes with no page in mind begins with what is theirs, and a lead with everything', async ({
  page,
  context,
  kempt,
}) => {
  await page.goto('/')
  await choosePerson(page, owner)
  await expect(page).toHaveURL('/mine')
  await expect(kempt.heading).toHaveText('Mine')
  await kempt.goTo('Overview')
  await expect(page).toHaveURL('/')
  await context.clearCookies()
  await page.goto('/')
  await choosePerson(page, lead)
  await expect(page).toHaveURL('/')
})

test('who signs out is out, here and on the way back', async ({ page, kempt, signedInAs }) => {
  await signedInAs(lead)
  await page.goto('/snapshots')
  await kempt.signOut.click()
  await expect(kempt.heading).toHaveText('You are signed out')
  await page.goto('/snapshots')
  await expect(kempt.entra.heading).toBeVisible()
})

test('who thinks better of it at Entra reads one sentence, and may try again', async ({ page, kempt }) => {
  await page.goto(wanted)
  await kempt.entra.cancel.click()
  await expect(kempt.main.getByRole('alert')).toHaveText(/^Entra did not let this account in: [^.]*\.$/)
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await choosePerson(page, lead)
  await expect(page).toHaveURL(wanted)
})

test('a session that has been tampered with is none, and sign-in leads back to the page', async ({
  page,
  context,
  kempt,
  signedInAs,
}) => {
  await signedInAs(lead)
  const session = (await context.cookies()).find(({ name }) => name === sessionCookie)
  if (!session) throw new Error('There is no session to tamper with.')
  await context.addCookies([{ ...session, value: session.value.replace(/.{8}$/, 'AAAAAAAA') }])
  await page.goto('/vaults?sort=name')
  await expect(kempt.entra.heading).toBeVisible()
  await choosePerson(page, lead)
  await expect(page).toHaveURL('/vaults?sort=name')
})

test('a session that ends while somebody reads leads them back to where their click went', async ({
  page,
  context,
  kempt,
  signedInAs,
}) => {
  await signedInAs(lead)
  await page.goto('/snapshots')
  await context.clearCookies()
  await kempt.goTo('Rules')
  await expect(kempt.entra.heading).toBeVisible()
  await choosePerson(page, lead)
  await expect(page).toHaveURL('/rules')
})

test('somebody without a role is told whom to ask, and sees nothing else', async ({ page, kempt, signedInAs }) => {
  await signedInAs(withoutRole)
  for (const path of ['/', '/findings', '/vaults', '/rules', '/snapshots']) {
    await page.goto(path)
    await expect(page).toHaveURL('/no-role')
  }
  await expect(kempt.heading).toHaveText('This account has no role in Kempt')
  await expect(page.getByRole('main')).toContainText('Ask whoever administers Microsoft Entra ID')
  const answer = await page.request.get('/api/snapshots/progress')
  expect(answer.status()).toBe(403)
})

test('a reader sees the runs and cannot start one', async ({ page, kempt, signedInAs }) => {
  await signedInAs(lead)
  await page.goto('/snapshots')
  await expect(kempt.snapshots.runNow).toBeVisible()

  // The form of a lead, still open in a tab in which a reader is now signed in.
  await signedInAs(reader)
  await kempt.snapshots.runNow.click()
  await expect(page.getByText('Only a person with the role Kempt.Lead may start a snapshot.')).toBeVisible()
  await page.goto('/snapshots')
  await expect(kempt.snapshots.runs).toBeVisible()
  await expect(kempt.snapshots.runNow).toBeHidden()
  await expect(kempt.snapshots.progress).toBeHidden()
})

test('a way back from Entra is good once, and in the browser that was sent there', async ({
  page,
  context,
  browser,
}) => {
  await page.goto('/rules')
  const back = page.waitForRequest(/\/sign-in\/callback\?/)
  await choosePerson(page, lead)
  const callback = (await back).url()
  await expect(page).toHaveURL('/rules')

  // Somebody is led to it who began no sign-in: they would act as somebody else without knowing.
  const another = await browser.newContext({ baseURL: new URL(callback).origin })
  const answer = await another.request.get(callback, { maxRedirects: 0 })
  expect(answer.headers().location).toContain('/sign-in?error=mismatch')
  expect((await another.cookies()).map(({ name }) => name)).not.toContain(sessionCookie)
  await another.close()

  await context.clearCookies({ name: sessionCookie })
  const again = await page.request.get(callback, { maxRedirects: 0 })
  expect(again.headers().location).toContain('/sign-in?error=mismatch')
  expect((await context.cookies()).map(({ name }) => name)).not.toContain(sessionCookie)
})

test('whoever plants a session in a browser does not share the one that is begun there', async ({
  page,
  context,
  kempt,
  signedInAs,
}) => {
  await signedInAs(reader)
  const planted = (await context.cookies()).find(({ name }) => name === sessionCookie)
  if (!planted) throw new Error('There is no session to plant.')
  await page.goto('/sign-in/start?returnTo=%2Frules')
  await choosePerson(page, lead)
  await expect(kempt.person(lead)).toBeVisible()
  const begun = (await context.cookies()).find(({ name }) => name === sessionCookie)
  expect(begun?.value).not.toBe(planted.value)
})

// What else could be read as another site is refused in app/_session/return-to.test.ts.
for (const elsewhere of ['//evil.example/', '/\\evil.example']) {
  test(`sign-in leads nobody to ${elsewhere}`, async ({ page }) => {
    await page.goto(`/sign-in/start?returnTo=${encodeURIComponent(elsewhere)}`)
    await choosePerson(page, lead)
    await expect(page).toHaveURL('/')
  })
}

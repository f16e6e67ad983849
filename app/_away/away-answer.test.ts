import { expect, test } from 'vitest'
import { awayAnswer } from './away-answer.ts'

const to = (accept: string, display?: string) =>
  awayAnswer(new Headers({ accept }), { nonce: 'n0nce', ...(display ? { display } : {}) })

test('a person gets a page that says so, in their theme, and that asks again', async () => {
  const answer = to('text/html,*/*;q=0.8', 'theme=dark&zone=UTC&keys=on')
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
  const page = await answer.text()
  expect(page).toContain('<h1>The database does not answer</h1>')
  expect(page).toContain('http-equiv="refresh" content="10"')
  expect(page).toContain('color-scheme: dark;')
  expect(page).toContain('<style nonce="n0nce">')
  expect(page).not.toContain('<script')
})

test('a machine gets one sentence', async () => {
  const answer = to('*/*')
  expect([answer.status, await answer.json()]).toEqual([503, { error: 'The database of Kempt does not answer.' }])
})

test('whatever a cookie says, nothing of it comes into the page', async () => {
  expect(await to('text/html', 'theme="></style><script>').text()).not.toContain('<script')
})

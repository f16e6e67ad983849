import { expect, test } from 'vitest'
import { leadToSignIn } from './lead-to-sign-in.ts'

const publicUrl = 'https://kempt.halden.example'
const lead = (path: string, headers: Record<string, string> = {}) =>
  leadToSignIn({ headers: new Headers(headers) }, path, publicUrl)

test('a page leads to sign-in and knows the way back', () => {
  const { status, headers } = lead('/findings?page=2', { 'sec-fetch-dest': 'document' })
  expect([status, headers.get('location')]).toEqual([303, `${publicUrl}/sign-in?returnTo=%2Ffindings%3Fpage%3D2`])
})

test('a machine is told so', async () => {
  const response = lead('/api/snapshots/progress', { 'sec-fetch-dest': 'empty' })
  expect([response.status, await response.json()]).toEqual([401, { error: 'Nobody is signed in.' }])
})

test.each(['/findings/export.csv?page=2', '/vaults/kv-shop/objects/export.json', '/policy/preview.csv'])(
  'a program that asks for the file %s is told so, and a browser is led to sign-in',
  (path) => {
    expect(lead(path, { accept: '*/*' }).status).toBe(401)
    expect(lead(path).status).toBe(401)
    expect(lead(path, { accept: 'text/html,*/*;q=0.8', 'sec-fetch-dest': 'document' }).status).toBe(303)
  },
)

test("the router's own fetch gets no page, and loads the address as a document instead", () => {
  const { status, headers } = lead('/findings', { 'sec-fetch-dest': 'empty' })
  expect([status, headers.get('location')]).toEqual([204, null])
})

test('whoever sends an action after their session ended is taken to sign-in', () => {
  const { headers } = lead('/snapshots', { 'next-action': '40ab', 'sec-fetch-dest': 'empty' })
  expect(headers.get('x-action-redirect')).toBe('/sign-in?returnTo=%2Fsnapshots;push')
})

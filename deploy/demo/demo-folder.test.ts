import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDemoFolder } from './demo-folder.ts'

let parent: string
let folder: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'kempt-demo-'))
  folder = join(parent, 'data', 'demo')
})
afterEach(() => rmSync(parent, { recursive: true }))

const size = { port: 3000, days: 90, vaults: 60 }

test('a second start finds the secret of the first, which only we can read', () => {
  const first = openDemoFolder({ ...size, folder })
  expect(first.sessionSecret.length).toBeGreaterThanOrEqual(32)
  expect(openDemoFolder({ ...size, folder })).toEqual(first)
  expect(statSync(join(folder, 'session-secret')).mode & 0o777).toBe(0o600)
})

test('a demo of another size is kept, and said which', () => {
  openDemoFolder({ ...size, folder })
  expect(() => openDemoFolder({ ...size, folder, vaults: 20 })).toThrow(
    `The demo in ${folder} was made with KEMPT_DEMO_DAYS=90 and KEMPT_DEMO_VAULTS=60: set these again, remove the folder, or set KEMPT_DATA_DIR to another one.`,
  )
})

test('a folder of something else is left alone', () => {
  writeFileSync(join(parent, 'photo.jpg'), '')
  expect(() => openDemoFolder({ ...size, folder: parent })).toThrow(`${parent} is not a whole demo`)
  expect(readdirSync(parent)).toEqual(['photo.jpg'])
})

test('a file in the place of the folder is named', () => {
  writeFileSync(join(parent, 'data'), '')
  expect(() => openDemoFolder({ ...size, folder })).toThrow(`The folder ${folder} cannot be used (ENOTDIR)`)
})

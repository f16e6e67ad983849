import { expect, test } from 'vitest'
import { displayIn, displayText, readDisplay, usualDisplay } from './display.ts'

test('who chose nothing has what the device says, UTC, and the keys', () => {
  expect(readDisplay(undefined)).toEqual(usualDisplay)
  expect(readDisplay('')).toEqual(usualDisplay)
})

test('what was chosen comes back from the cookie', () => {
  const chosen = { theme: 'dark', zone: 'America/Argentina/Buenos_Aires', singleKeys: false } as const
  expect(readDisplay(displayText(chosen))).toEqual(chosen)
  expect(readDisplay(displayText(usualDisplay))).toEqual(usualDisplay)
})

test('each part of a cookie that makes no sense is as usual, and the rest holds', () => {
  expect(readDisplay('theme=sepia&zone=Europe/Berlin')).toEqual({ ...usualDisplay, zone: 'Europe/Berlin' })
  expect(readDisplay('theme=light&zone=Mars/Olympus')).toEqual({ ...usualDisplay, theme: 'light' })
  expect(readDisplay('%%%;<script>')).toEqual(usualDisplay)
})

function aForm(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

test('a form says it whole: a box that is not ticked is off', () => {
  expect(displayIn(aForm({ theme: 'dark', zone: 'Europe/Berlin', keys: 'on' }))).toEqual({
    theme: 'dark',
    zone: 'Europe/Berlin',
    singleKeys: true,
  })
  expect(displayIn(aForm({ theme: 'light', zone: 'UTC' }))).toMatchObject({ singleKeys: false })
})

test('a zone that was typed goes before the one in the list', () => {
  expect(displayIn(aForm({ zone: 'UTC', otherZone: ' asia/tokyo ', keys: 'on' }))).toMatchObject({ zone: 'Asia/Tokyo' })
})

test('a zone that is none is said to be none', () => {
  expect(displayIn(aForm({ zone: 'UTC', otherZone: 'Berlin town' }))).toEqual({
    problem: 'No time zone is called “Berlin town”. One is Europe/Berlin, for example.',
  })
})

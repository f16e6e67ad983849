// SECURITY.md names the test of every promise: each of them is there, and so is every page it leads to.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = readFileSync(`${root}SECURITY.md`, 'utf8')

/** The rows of the table of promises, without its head and without the lines that part it. */
const promises = page
  .slice(page.indexOf('| Promise | How it is held | Tests |'))
  .split('\n')
  .slice(2)
  .filter((line) => line.startsWith('| ') && !line.startsWith('| **'))
  .map((line) => {
    const [promise = '', , tests = ''] = line.slice(2).split(' | ')
    return { promise, tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file) }
  })

test('there are promises to look at', () => {
  expect(promises.length).toBeGreaterThan(15)
})

test('every promise has tests, and they are there', () => {
  for (const { promise, tests } of promises) {
    expect(tests.length, promise).toBeGreaterThan(0)
    for (const file of tests) {
      expect.soft(file, promise).toMatch(/\.(test|spec)\.tsx?$/)
      expect.soft(existsSync(`${root}${file}`), `${promise}: ${file}`).toBe(true)
    }
  }
})

test('every page it leads to is there', () => {
  const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
  expect(links.length).toBeGreaterThan(3)
  expect(links.filter((target) => !existsSync(`${root}${target}`))).toEqual([])
})

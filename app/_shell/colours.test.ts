// Every pair of text and ground that is used must be readable, in both themes (WCAG 2.2, 1.4.3 and 1.4.11).
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync(new URL('../globals.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    { light: match[2] ?? '', dark: match[3] ?? '' },
  ]),
)

function luminance(hex: string) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string, theme: 'light' | 'dark') {
  const pair = [one, other].map((name) => {
    const token = tokens.get(name)
    if (!token) throw new Error(`no colour token is called ${name}`)
    return luminance(token[theme])
  })
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05)
}

const states = ['critical', 'high', 'medium', 'low', 'ok', 'unknown']
const grounds = ['page', 'surface', 'sunken']

const textPairs = [
  ...['ink', 'soft', 'faint', 'accent'].flatMap((text) => grounds.map((ground) => [text, ground])),
  ...states.flatMap((state) => [`${state}-soft`, ...grounds].map((ground) => [`${state}-ink`, ground])),
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['soft', 'accent-soft'],
  ['on-accent', 'accent'],
]

test.each(textPairs)('text %s is readable on %s', (text = '', ground = '') => {
  expect(contrast(text, ground, 'light')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(text, ground, 'dark')).toBeGreaterThanOrEqual(4.5)
})

test.each(['line-strong', 'accent', 'ok', 'unknown', 'critical', 'high'])('a mark in %s is seen on a card', (mark) => {
  expect(contrast(mark, 'surface', 'light')).toBeGreaterThanOrEqual(3)
  expect(contrast(mark, 'surface', 'dark')).toBeGreaterThanOrEqual(3)
})

test('severities stay in order when all colour is lost', () => {
  for (const theme of ['light', 'dark'] as const) {
    const ranks = ['critical', 'high', 'medium', 'low'].map((severity) =>
      luminance(tokens.get(severity)?.[theme] ?? ''),
    )
    const order = theme === 'light' ? ranks : ranks.toReversed()
    expect(order).toEqual([...order].sort((one, other) => one - other))
  }
})

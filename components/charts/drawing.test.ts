import { readdirSync, readFileSync } from 'node:fs'
import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Drawing } from './drawing.tsx'

const Dot = ({ at }: { at: number }) => createElement('circle', { cx: at, r: 2, className: 'fill-accent' })

test('a drawing is the svg it was given, with its functions worked out', () => {
  const dots = [1, 2].map((at) => createElement(Dot, { key: at, at }))
  const text = createElement(Fragment, null, createElement('text', { x: '50%' }, 12, ' of 30'))
  const svg = createElement('svg', { role: 'img', 'aria-label': 'Two dots' }, dots, text, null)
  expect(renderToStaticMarkup(createElement(Drawing, null, svg))).toBe(
    '<svg role="img" aria-label="Two dots"><circle cx="1" r="2" class="fill-accent"></circle><circle cx="2" r="2" class="fill-accent"></circle><text x="50%">12 of 30</text></svg>',
  )
})

test('what is no svg is refused rather than drawn in part', () => {
  expect(() => renderToStaticMarkup(createElement(Drawing, null, createElement(Fragment)))).toThrow('needs an svg')
})

test('no server component writes an svg that streaming could cut in two', () => {
  const root = new URL('../../', import.meta.url)
  const files = ['components', 'app'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  const exposed = files.filter((file) => {
    // drawing.tsx only speaks of one.
    if (!file.endsWith('.tsx') || file.endsWith('charts/drawing.tsx')) return false
    const code = readFileSync(new URL(file, root), 'utf8')
    if (!code.includes('<svg') || code.startsWith("'use client'")) return false
    return !code.includes('<Drawing>')
  })
  expect(exposed).toEqual([])
})

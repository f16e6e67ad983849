// Long because the plan of the house is one thing: which floor may lean on which, and what no file may contain or be called.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

type Floor = {
  /** Floors, or single files of a floor, that its files may import. */
  may: readonly string[]
  /** Floors it may import types from (`import type`), and nothing that runs. */
  mayType?: readonly string[]
  /** What its tests may import besides. */
  testsMay?: readonly string[]
  /** The packages it may import; without it, any but those in `never`. */
  packages?: readonly string[]
  never?: readonly string[]
}

const everythingInLib = [
  'lib',
  'lib/domain',
  'lib/format',
  'lib/rules',
  'lib/engine',
  'lib/azure',
  'lib/db',
  'lib/recall',
  'lib/snapshot',
  'lib/queries',
  'lib/commands',
  'lib/preview',
  'lib/grants',
  'lib/doctor',
]

const screen = ['next', 'react', 'react-dom', 'server-only']
const world = ['e2e', 'e2e/azure', 'e2e/database']

/** A file belongs to the longest floor that its path begins with. `lib` is what stands directly in it: the settings. */
const floors: Record<string, Floor> = {
  'lib/domain': { may: [], packages: ['zod'] },
  'lib/format': { may: ['lib/domain'], packages: [] },
  'lib/rules': { may: ['lib/domain', 'lib/format'], testsMay: ['lib/engine'], packages: [] },
  'lib/engine': { may: ['lib/domain', 'lib/rules'], testsMay: ['lib/format'], packages: [] },
  'lib/azure': { may: ['lib/domain'], testsMay: world, never: [...screen, '@prisma/client', 'pg'] },
  'lib/db': { may: [], testsMay: world, never: screen },
  // What the job and the preview both judge by: evidence, put together from what is remembered.
  'lib/recall': { may: ['lib/domain', 'lib/db'], testsMay: [...world, 'lib/queries'], never: screen },
  'lib/snapshot': {
    may: ['lib', 'lib/domain', 'lib/rules', 'lib/engine', 'lib/azure', 'lib/db', 'lib/recall'],
    testsMay: [...world, 'lib/queries'],
    never: screen,
  },
  'lib/queries': { may: ['lib/domain', 'lib/db'], testsMay: [...world, 'lib/snapshot', 'lib/format'], never: screen },
  // What people do: the only writes besides those of the snapshot.
  'lib/commands': { may: ['lib/domain', 'lib/db', 'lib/queries'], testsMay: [...world, 'lib/snapshot'], never: screen },
  // What another policy would have said of what is remembered.
  'lib/preview': {
    may: ['lib/domain', 'lib/rules', 'lib/engine', 'lib/db', 'lib/queries', 'lib/recall'],
    testsMay: [...world, 'lib/snapshot'],
    never: screen,
  },
  // What to grant so that a gap closes.
  'lib/grants': { may: ['lib/domain'], packages: [] },
  // What Kempt lacks where it runs, asked without remembering anything.
  'lib/doctor': {
    may: ['lib', 'lib/domain', 'lib/azure', 'lib/db', 'lib/grants', 'lib/rules'],
    testsMay: [...world, 'lib/snapshot'],
    never: screen,
  },
  lib: { may: ['lib/domain', 'lib/azure/cloud.ts'], never: screen },
  components: { may: ['lib/domain', 'lib/format'], never: ['server-only', '@prisma/client', 'pg'] },
  app: {
    may: [
      'lib',
      'lib/domain',
      'lib/format',
      'lib/rules',
      'lib/snapshot',
      'lib/queries',
      'lib/commands',
      'lib/preview',
      'lib/grants',
      'components',
      // The queue of snapshots has connections of its own.
      'lib/db/keep-alive.ts',
    ],
    mayType: ['lib/db'],
    testsMay: [...world, 'lib/db'],
    never: ['@prisma/client', 'pg'],
  },
  // The one handle to the database that pages may hold.
  'app/db.ts': { may: ['lib', 'lib/db', 'app'] },
  deploy: { may: everythingInLib, testsMay: world },
  e2e: { may: ['lib/domain', 'e2e/azure', 'e2e/database'] },
  // Estates with an app of their own, put together as the demo is, from the job, the build and a database.
  'e2e/odd-estates': { may: ['lib/domain', 'lib/db', 'deploy', 'e2e', 'e2e/azure', 'e2e/bench', 'e2e/database'] },
  // The stand-in shares nothing with what it is to test: one misunderstanding must not be on both sides.
  'e2e/azure': { may: [] },
  'e2e/database': { may: ['lib/domain', 'lib/db', 'deploy'] },
  // What only days could make is made by the product's own commands, at an instant of the past.
  'e2e/past': { may: ['lib/db', 'lib/commands', 'lib/queries'] },
  // Figures are measured on the product's own parts, beside a floor.
  'e2e/bench': { may: [...everythingInLib, 'deploy', 'e2e', 'e2e/azure'] },
}

/** What all tests are set up with. */
const setUps = ['e2e/quiet-console.ts', 'e2e/no-router.ts']

const notOurs = /^(node_modules|\..*|coverage|generated)$/

/** Every source file of ours, by its path from the root. The generated client is nobody's prose. */
const files = filesIn('').map((path) => {
  const text = readFileSync(`${root}${path}`, 'utf8')
  return { path, text, floor: floorOf(path), isTest: isTest(path) }
})

/** Tests, what only tests load, and what they are set up with. */
function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/') || setUps.includes(path)
}

function filesIn(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (notOurs.test(entry.name)) return []
    if (entry.isDirectory()) return filesIn(path)
    // What stands at the root configures tools and belongs to no floor.
    return folder && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

function floorOf(path: string): string | null {
  const inside = (floor: string) =>
    floor === 'lib' ? /^lib\/(settings\/)?[^/]+\.ts$/.test(path) : path === floor || path.startsWith(`${floor}/`)
  return (
    Object.keys(floors)
      .filter(inside)
      .sort((one, other) => other.length - one.length)[0] ?? null
  )
}

type Import = { wanted: string; typeOnly: boolean }

const importing =
  /^(?:import|export)\s+(type\b)?[^'"`;=]*?\bfrom\s*'([^'\n]+)'|^import\s*'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'|\brequire\('([^'\n]+)'/gm

const importsOf = (text: string): Import[] =>
  [...text.matchAll(importing)].map(([, type, ...wanted]) => ({
    wanted: wanted.find(Boolean) ?? '',
    typeOnly: type !== undefined,
  }))

/** The path an import of ours leads to; null for a package. */
function targetOf(path: string, wanted: string): string | null {
  if (wanted.startsWith('#')) return wanted.slice(1)
  if (!wanted.startsWith('.')) return null
  return new URL(wanted, `file:///${path}`).pathname.slice(1)
}

const topOf = (floor: string) => (floor.startsWith('e2e') ? 'e2e' : floor.startsWith('app') ? 'app' : floor)

/** What is wrong with one import, in words; null when nothing is. */
function trespass(file: { path: string; floor: string; isTest: boolean }, { wanted, typeOnly }: Import): string | null {
  const floor = floors[file.floor]
  const target = targetOf(file.path, wanted)
  if (!floor) return 'its folder is missing from the table of floors'
  if (target === null) {
    const named = wanted
      .split('/')
      .slice(0, wanted.startsWith('@') ? 2 : 1)
      .join('/')
    const allowed = file.isTest || (floor.packages?.includes(named) ?? !floor.never?.includes(named))
    return allowed ? null : `package ${named}`
  }
  const there = floorOf(target)
  if (there === null) return `${target} is on no floor`
  if (!/\.(tsx?|css|json|svg)$/.test(target)) return `${wanted} has no ending`
  if (target.startsWith('lib/db/generated') && !file.floor.startsWith('lib')) return 'the generated client stays in lib'
  const leaves = topOf(there) !== topOf(file.floor)
  if (leaves && wanted.startsWith('.')) return `${wanted} leaves its floor`
  const besides = [...(file.isTest ? (floor.testsMay ?? []) : []), ...(typeOnly ? (floor.mayType ?? []) : [])]
  const reach = [file.floor, ...floor.may, ...besides]
  const sameTop = !leaves && topOf(there) === 'app'
  return sameTop || reach.includes(there) || reach.includes(target) ? null : `${there} (${wanted})`
}

test('every file stands on a floor', () => {
  expect(files.filter(({ floor }) => floor === null).map(({ path }) => path)).toEqual([])
})

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50)
  expect(files.some(({ text }) => importsOf(text).some(({ wanted }) => wanted.startsWith('#lib/')))).toBe(true)
})

test.each(Object.keys(floors))('%s only looks down', (name) => {
  const found = files.flatMap(({ path, text, floor, isTest }) => {
    if (floor !== name) return []
    return importsOf(text).flatMap((imported) => {
      const wrong = trespass({ path, floor, isTest }, imported)
      return wrong ? [`${path}: ${wrong}`] : []
    })
  })
  expect(found).toEqual([])
})

test.each([
  ['lib/rules/x.ts', '#lib/azure/azure.ts'],
  ['lib/rules/x.ts', '../azure/azure.ts'],
  ['lib/rules/x.ts', '../domain/vault.ts'],
  ['lib/rules/x.ts', 'node:fs'],
  ['lib/rules/x.ts', '#lib/domain/vault'],
  ['lib/queries/x.ts', '#lib/snapshot/run.ts'],
  ['lib/queries/x.ts', 'next/cache'],
  ['lib/snapshot/x.ts', '#lib/queries/list-vaults.ts'],
  ['lib/settings.ts', '#lib/azure/azure.ts'],
  ['components/x.tsx', '#app/db.ts'],
  ['app/page.tsx', '#lib/db/open-database.ts'],
  ['app/page.tsx', '#lib/azure/azure.ts'],
  ['app/db.ts', '#lib/db/generated/client.ts'],
  ['e2e/azure/x.ts', '#lib/domain/vault.ts'],
  ['e2e/story.spec.ts', '#lib/db/open-database.ts'],
  ['deploy/x.ts', '#app/db.ts'],
  ['lib/new-folder/x.ts', '#lib/domain/vault.ts'],
])('the test itself sees %s reach for %s', (path, wanted) => {
  const file = { path, floor: floorOf(path) ?? 'none', isTest: false }
  expect(trespass(file, { wanted, typeOnly: false })).not.toBeNull()
})

test('every way to write an import is seen', () => {
  const text = [
    "import './a.css'",
    "import type { B } from '#lib/b.ts'",
    'import {\n  type C,\n  c,\n} from "#lib/c.ts"'.replaceAll('"', "'"),
    "export { d } from './d.ts'",
    "export type E = 'nothing' // from 'nowhere'",
    "const f = await import('#lib/f.ts')",
  ].join('\n')
  expect(importsOf(text)).toEqual([
    { wanted: './a.css', typeOnly: false },
    { wanted: '#lib/b.ts', typeOnly: true },
    { wanted: '#lib/c.ts', typeOnly: false },
    { wanted: './d.ts', typeOnly: false },
    { wanted: '#lib/f.ts', typeOnly: false },
  ])
})

test('no file is named for a kind of thing instead of the thing', () => {
  const kinds = /\/(utils?|helpers?|misc|common|constants?|types?|services?|managers?|index)\.tsx?$/
  expect(files.map(({ path }) => path).filter((path) => kinds.test(path))).toEqual([])
})

test('what judges asks neither the clock nor the machine', () => {
  const pure = ['lib/domain', 'lib/rules', 'lib/engine', 'lib/format']
  const reaching = /new Date\(\)|\bDate\.now\b|\bprocess\.|['"]node:|\bMath\.random\b|\bTemporal\.Now\b/
  const found = files.filter(({ floor, isTest }) => floor !== null && pure.includes(floor) && !isTest)
  expect(found.length).toBeGreaterThan(20)
  expect(
    found.filter(({ text }) => codeLines(text).some((line) => reaching.test(line))).map(({ path }) => path),
  ).toEqual([])
})

test('no code of the product can fetch a value', () => {
  // …/getSecret/action is how Azure names the permission, which roles are searched for.
  const fetching = /\bgetSecret\(|@azure\/keyvault-|secrets\/getSecret(?!\/action)/
  const found = files.filter(({ path, text, isTest }) => {
    if (isTest || path.startsWith('e2e/')) return false
    return codeLines(text).some((line) => fetching.test(line))
  })
  expect(found.map(({ path }) => path)).toEqual([])
  const { dependencies, devDependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.includes('keyvault'))).toEqual([])
})

test('a file of more than 200 lines says why in its opening comment', () => {
  const long = files.filter(({ text }) => text.split('\n').length - 1 > 200)
  const silent = long.filter(({ text }) => !/\b(lines|long)\b/i.test(openingComment(text)))
  expect(silent.map(({ path }) => path)).toEqual([])
})

const openingComment = (text: string) => text.match(/^(?:\/\/.*\n)+|^\/\*[\s\S]*?\*\//)?.[0] ?? ''

/** Lines that are not comments. A comment may name what is forbidden, to say why. */
function codeLines(text: string): string[] {
  return text.split('\n').filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
}

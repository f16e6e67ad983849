// `npm run build`: the app, built to stand alone in .next/standalone, when it is not what its sources say.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { programOf } from './processes/program-of.ts'
import { createProgress } from './processes/progress.ts'
import { Refusal } from './processes/refusal.ts'
import { type Lifetime, runToTheEnd } from './processes/run-to-the-end.ts'
import { startChild } from './processes/start-child.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const output = join(root, '.next')
const standalone = join(output, 'standalone')
const stamp = join(standalone, '.built-from')

/** Everything that can change what is built. The database client follows from the schema. */
const sources = [
  '{app,components,lib,public}/**',
  '{proxy,instrumentation,instrumentation-client}.ts',
  'prisma/schema.prisma',
  'package-lock.json',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
]

/** True when the app was built from the sources as they are now. */
export function isBuilt(): boolean {
  return existsSync(join(standalone, 'server.js')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources()
}

/** Builds the app. Throws `Refusal` with what the build said when it fails. */
export async function build(life: Lifetime): Promise<void> {
  const builtFrom = hashSources()
  rmSync(standalone, { recursive: true, force: true })
  const log = join(root, 'node_modules', '.kempt-build.log')
  const next = startChild(life, {
    script: programOf('next'),
    parameters: ['build', root],
    env: { ...process.env, NODE_ENV: 'production' },
    log,
  })
  const code = await next.exited
  if (code !== 0)
    throw new Refusal(`The app could not be built ("next build" ended with ${code}).\n${readFileSync(log, 'utf8')}`)

  cpSync(join(output, 'static'), join(standalone, '.next', 'static'), { recursive: true })
  if (existsSync(join(root, 'public'))) cpSync(join(root, 'public'), join(standalone, 'public'), { recursive: true })
  // Next copies these, and reads them when it starts: settings would come from two places, and secrets lie in the build.
  for (const file of globSync('.env*', { cwd: standalone })) rmSync(join(standalone, file))
  writeFileSync(stamp, builtFrom)
}

function hashSources(): string {
  const hash = createHash('sha256')
  const files = globSync(sources, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => entry.name === 'generated' || /\.test\.tsx?$/.test(entry.name),
  })
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.sort())
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

if (import.meta.main) {
  await runToTheEnd(async (life) => {
    await createProgress().during('Building the app', () => build(life))
    return 0
  })
}

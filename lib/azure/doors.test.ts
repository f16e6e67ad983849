// Which lines of ours, and which packages, can ask anybody for anything: known ones, and none of them knows a way to a value.
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const root = `${import.meta.dirname}/../..`
const textOf = (file: string) => readFileSync(`${root}/${file}`, 'utf8')

/** What runs where real vaults are; tests, the stand-in and the demo do not. */
const sources = globSync(['{app,components,lib,deploy}/**/*.{ts,tsx}', '*.{ts,mjs}'], {
  cwd: root,
  exclude: ['lib/db/generated/**', 'deploy/demo/**', '**/*.test.{ts,tsx}', '**/testing/**', 'node_modules/**'],
}).sort()

const holding = (pattern: RegExp) => sources.filter((file) => pattern.test(textOf(file)))

test('there is something to look at', () => {
  expect(sources.length).toBeGreaterThan(500)
  expect(sources).toContain('app/page.tsx')
  expect(sources).toContain('proxy.ts')
})

test('all calls to Azure go through one pipeline, whose list of paths has no value in it', () => {
  // The clients of Resource Graph and of logs are given that pipeline; nobody else makes one, or a client without it.
  const client =
    /\bcreatePipelineFromOptions\b|\bcreateEmptyPipeline\b|\bcreateDefaultHttpClient\b|new \w+QueryClient\(|new ResourceGraphClient\(/
  expect(holding(client)).toEqual(['lib/azure/azure.ts', 'lib/azure/wire/open-pipeline.ts'])
  expect(textOf('lib/azure/azure.ts').match(/new (\w+Client)\(.*pipeline: (arm|logs)\b/g)).toHaveLength(2)
  expect(textOf('lib/azure/wire/open-pipeline.ts')).toContain('pipeline.addPolicy(metadataOnlyPolicy(')
})

test('nothing of ours asks the network past that pipeline, but for sign-in, our own pages and the database', () => {
  expect(holding(/\bfetch\(/)).toEqual([
    // Our own pages ask our own app.
    'app/_palette/ask-for.ts',
    'app/snapshots/ask-progress.ts',
    'deploy/processes/wait-for-app.ts',
    // The public keys of Entra.
    'lib/doctor/check-sign-in.ts',
  ])
  expect(holding(/\bfrom 'node:(https?|http2|tls|dgram)'|\bfrom '(undici|axios|got)'|\bWebSocket\(/)).toEqual([
    // How our own server ends.
    'app/_schedule/answers-under-way.ts',
    // How connections are kept; it asks for nothing.
    'lib/azure/wire/keep-alive-agent.ts',
  ])
})

test('no command line of Azure is run, and none that is offered to people shows a value', () => {
  // PostgreSQL, Node and the tools of the build.
  expect(holding(/\bfrom 'node:child_process'/)).toEqual([
    'deploy/processes/start-child.ts',
    'lib/db/embedded/run-as.ts',
    'lib/db/embedded/stop-with-starter.ts',
  ])
  const showing =
    /\baz keyvault (secret (show|download|backup)|key (backup|decrypt|sign|download)|certificate (backup|download)|backup)\b/
  expect(holding(showing)).toEqual([])
  expect(showing.test('az keyvault secret show --name x')).toBe(true)
})

test('no source line names a way to a value', () => {
  const ways =
    /keyvault-(secrets|keys|certificates|admin)|\b(getSecret|getCertificate|backupSecret|CryptographyClient)\b(?!\/action)/
  // How Azure names the permission, which roles are searched for.
  expect(holding(ways)).toEqual([])
})

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), dev: z.boolean().optional() })),
})
const { packages } = lockSchema.parse(JSON.parse(textOf('package-lock.json')))
const named = Object.keys(packages).filter((path) => /azure|msal|vault/i.test(path))

test('the packages that know Azure are these, also among those that others bring along; whoever adds one looks at it first', () => {
  expect(named.map((path) => path.replace('node_modules/', '')).sort()).toEqual([
    '@azure-rest/core-client',
    '@azure/abort-controller',
    '@azure/arm-resourcegraph',
    '@azure/core-auth',
    '@azure/core-client',
    '@azure/core-paging',
    '@azure/core-process',
    '@azure/core-rest-pipeline',
    '@azure/core-tracing',
    '@azure/core-util',
    '@azure/identity',
    '@azure/logger',
    '@azure/monitor-query-logs',
    '@azure/msal-browser',
    '@azure/msal-common',
    '@azure/msal-node',
  ])
})

test('none of these packages knows where a value is, or how to ask for it', () => {
  const way = /\.vault\.(azure|usgovcloudapi)\.|\bgetSecret\(|\/secrets\/\{|["'`]\/?secrets\/|unwrapKey\(/
  const files = named.flatMap((path) => globSync(`${path}/**/*.{js,cjs,mjs}`, { cwd: root }))
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter((file) => way.test(textOf(file)))).toEqual([])
})

import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Grant } from '#lib/grants/grant-command.ts'
import { good } from './check.ts'
import { grantScript } from './grant-script.ts'

/** An `az` that writes down each word it was called with. */
let folder: string
const ran = () => readFileSync(join(folder, 'ran'), 'utf8').split('\n').filter(Boolean)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kempt-doctor-'))
  writeFileSync(
    join(folder, 'az'),
    `#!/bin/sh\nfor word in az "$@"; do printf '%s|' "$word" >> '${folder}/ran'; done\necho >> '${folder}/ran'\n`,
  )
  chmodSync(join(folder, 'az'), 0o755)
})
beforeEach(() => writeFileSync(join(folder, 'ran'), ''))
afterAll(() => rmSync(folder, { recursive: true }))

const lacking = (...commands: string[]) => ({
  ...good('vault', 'kv-orders', ''),
  grants: commands.map((command): Grant => ({ command, why: 'Lets Kempt list names.' })),
})

function run(
  commands: string[],
  { parameters = [], environment = {} }: { parameters?: string[]; environment?: Record<string, string> } = {},
) {
  const file = join(folder, 'grant.sh')
  writeFileSync(file, grantScript([lacking(...commands)]))
  const env = { PATH: `${folder}:${process.env.PATH}`, ...environment, NODE_ENV: process.env.NODE_ENV }
  return execFileSync('sh', [file, ...parameters], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

const role = 'az role assignment create --role "Key Vault Reader" --scope /vaults/kv-orders'

test('it shows its commands and runs none of them, until it is told to', () => {
  expect(run([role])).toContain('az role assignment create')
  expect(ran()).toEqual([])
  run([role], { parameters: ['--apply'] })
  expect(ran()).toEqual(['az|role|assignment|create|--role|Key Vault Reader|--scope|/vaults/kv-orders|'])
})

test('a command that many vaults need is run once', () => {
  run([role, role], { parameters: ['--apply'] })
  expect(ran()).toHaveLength(1)
})

test('what changes a network, or what a vault sends, is for its reader to run', () => {
  const others = [
    'az keyvault network-rule add --name kv-orders --ip-address 203.0.113.9',
    'az network private-endpoint create --name pe',
    'az monitor diagnostic-settings create --name audit',
  ]
  run([...others, role], { parameters: ['--apply'] })
  expect(ran()).toEqual([expect.stringContaining('role|assignment')])
  for (const command of others) expect(grantScript([lacking(command)])).toContain(`#   ${command}`)
})

test('a name that only its reader knows keeps a command back until it is set', () => {
  const command = 'az role assignment create --scope "$WORKSPACE_ID"'
  run([command], { parameters: ['--apply'] })
  expect(ran()).toEqual([])
  run([command], { parameters: ['--apply'], environment: { WORKSPACE_ID: '/a place/of logs' } })
  expect(ran()).toEqual(['az|role|assignment|create|--scope|/a place/of logs|'])
})

test('names that are full of quotes and dollars stay words', () => {
  const hostile = `az role assignment create --scope '/x/$(touch '\\''${'y'}'\\'')'`
  run([hostile], { parameters: ['--apply'] })
  expect(ran()).toEqual([`az|role|assignment|create|--scope|/x/$(touch 'y')|`])
})

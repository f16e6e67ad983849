// Waives one finding as a lead would have done on a past day: the product's own command, with the clock of that day. Nothing but
// time ends a waiver, and no story can wait for days.
import { openDatabase } from '#lib/db/open-database.ts'
import { askForWaivers } from '#lib/commands/ask-for-waivers.ts'
import { findRunningServer } from '#lib/db/embedded/running-server.ts'
import { everyFinding } from '#lib/queries/findings/finding-filter.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = '', rule = '', key = '', on = '', until = '', reason = ''] = process.argv.slice(2)
const url = await findRunningServer(folder, readFileSync(join(folder, 'password'), 'utf8').trim())
if (!url) throw new Error(`No database runs in ${folder}.`)
const db = openDatabase(url, { max: 1 })
const id = Number(key.slice(1))
const result = await askForWaivers(db, {
  now: new Date(`${on}T12:00:00Z`),
  actor: {
    objectId: 'ana-silva',
    tenantId: 'halden',
    name: 'Ana Silva',
    mail: 'ana.silva@halden.example',
    roles: ['Kempt.Lead'],
    groups: [],
  },
  filter: { ...everyFinding, rules: [rule] },
  only: key.startsWith('v') ? { vaultId: id } : { objectId: id },
  expected: null,
  terms: { kind: 'accepted-risk', reason, endsOn: new Date(`${until}T00:00:00Z`) },
  approve: true,
})
await db.$disconnect()
if (!result.done) throw new Error(`Nothing was waived: ${result.problem}.`)

// All the rows that one workspace receives on one day (UTC), in order of time.
import { applicationIdentity, pipelineOf, type Reader, servicePrincipal } from '../company/identities.ts'
import type { Amendments } from '../amendments.ts'
import type { EstatePlan, Slot } from '../estate-plan.ts'
import type { Access, Estate, VaultObject } from '../organization.ts'
import { dayMs } from '../rhythm.ts'
import { fraction, seedOf } from '../seeded-random.ts'
import { bringsAuditTo } from '../vaults/diagnostic-settings.ts'
import type { AccessLog } from './access-log.ts'
import { writeAmendedReads } from './amended-reads.ts'
import { writeChanges } from './change-rows.ts'
import { kemptReader, writeKemptCalls } from './kempt-rows.ts'
import { writeReads } from './object-rows.ts'
import { busyEvery } from './reading.ts'
import { personReader, writeBackup, writeFailures, writeLooks, writeVisits } from './vault-rows.ts'

export type Source = {
  plan: EstatePlan
  amendments: Amendments
  estateAt(at: number): Estate
  objectsAt(vault: string, at: number): VaultObject[]
}

export function accessesOfDay(source: Source, workspaceCustomerId: string, dayAt: number): Access[] {
  // What was amended in the middle of the day holds from there on, so the day is told in pieces.
  const cuts = [...new Set([dayAt, ...source.amendments.instantsWithin(dayAt, dayAt + dayMs), dayAt + dayMs])].sort(
    (a, b) => a - b,
  )
  const rows: Access[] = []
  for (const [place, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[place + 1] ?? from
    for (const row of accessesOfPiece(source, workspaceCustomerId, dayAt, from, to)) {
      const at = row.at.getTime()
      if (at >= from && at < to) rows.push(row)
    }
  }
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime())
}

function accessesOfPiece(source: Source, customerId: string, dayAt: number, from: number, to: number): Access[] {
  const estate = source.estateAt(from)
  const workspace = estate.workspaces.find((each) => each.customerId === customerId)
  if (!workspace) return []
  const rows: Access[] = []
  for (const vault of estate.vaults) {
    const slot = source.plan.slotOf(vault.name)
    if (slot?.traits.isSilent || !vault.diagnosticSettings.some((each) => bringsAuditTo(each, workspace.id))) continue
    const seed = seedOf(source.plan.seed, 'day', vault.name, dayAt / dayMs)
    const objects = source.objectsAt(vault.name, to - 1)
    writeVault(source, { vault, dayAt, seed, rows }, objects, slot, to - 1)
  }
  return rows
}

function writeVault(source: Source, log: AccessLog, objects: VaultObject[], slot: Slot | undefined, at: number): void {
  const { plan, amendments } = source
  const kempt = kemptReader(plan.kemptIdentity)
  writeVisits(log, plan.seed)
  writeKemptCalls(log, kempt, objects, slot?.blueprint.slot ?? 0)
  writeAmendedReads(log, amendments.readsAt(at), objects, servicePrincipal(plan.seed, 'amended', 'azsdk-net/4.7.0'))
  if (!slot) return

  const { application, environment, resourceGroupId, slot: number } = slot.blueprint
  const { seed, people } = plan
  const reader = applicationIdentity(seed, application.word, environment, resourceGroupId)
  const job = servicePrincipal(seed, `job-${application.word}`, 'python-azure-keyvault-secrets/4.8.0 Python/3.11.9')
  const pipeline = pipelineOf(seed, application.word)
  const person = personReader(personOf(people, number))

  writeLooks(log, person, objects)
  writeFailures(log, seed, { slot: number, reader, word: application.word })
  writeBackup(log, seed, objects, number)
  const plans = new Map(plan.contentsOf(log.vault.name).map((each) => [`${each.kind} ${each.name}`, each]))
  let busyEveryMs = busyEvery(number)
  for (const object of objects) {
    const objectPlan = plans.get(`${object.kind} ${object.name}`)
    if (!objectPlan || amendments.concerns(log.vault.name, object, at)) continue
    writeChanges(log, objectPlan, object, { pipeline, person })
    const isBusy = busyEveryMs !== null && object.kind === 'secret' && objectPlan.character === 'well'
    const usual = readerOf(objectPlan.life.seed, object, { seed, reader, job, slot })
    writeReads(log, objectPlan, object, { reader: usual, busyEveryMs: isBusy ? busyEveryMs : null })
    if (isBusy) busyEveryMs = null
  }
}

type Readers = { seed: string; reader: Reader; job: Reader; slot: Slot }

/** In a shared vault every application reads its own; one secret in eight is read by a nightly job instead. */
function readerOf(
  draw: { high: number; low: number },
  object: VaultObject,
  { seed, reader, job, slot }: Readers,
): Reader {
  if (slot.traits.shared === 'applications') {
    const word = object.versions.at(-1)?.tags.application
    if (word && word !== slot.blueprint.application.word)
      return applicationIdentity(seed, word, slot.blueprint.environment, slot.blueprint.resourceGroupId)
  }
  return fraction(draw, 37) < 0.12 ? job : reader
}

function personOf<Person>(people: readonly Person[], slot: number): Person {
  const person = people[slot % people.length]
  if (!person) throw new Error('there are no people')
  return person
}

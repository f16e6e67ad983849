// Everything that happens to one vault and to what it holds on one day.
import type { Amendments } from '../amendments.ts'
import { applicationInstances, pipelineOf, type Reader, servicePrincipal } from '../company/identities.ts'
import type { EstatePlan, Slot } from '../estate-plan.ts'
import type { ObjectPlan } from '../objects/plan-objects.ts'
import type { Estate, VaultObject } from '../organization.ts'
import { fraction } from '../seeded-random.ts'
import type { AccessLog } from './access-log.ts'
import { writeAmendedReads } from './amended-reads.ts'
import { writeBackup, writeRehearsals } from './backup-rows.ts'
import { writeCarryOut } from './carry-out-rows.ts'
import { writeChanges, writePurge } from './change-rows.ts'
import { kemptReader, writeKemptCalls } from './kempt-rows.ts'
import { writeReads } from './object-rows.ts'
import { busyEvery } from './reading.ts'
import type { Doers } from './settings-rows.ts'
import { personReader, writeFailures, writeLooks, writeVisits } from './vault-rows.ts'

export type Source = {
  plan: EstatePlan
  amendments: Amendments
  estateAt(at: number): Estate
  objectsAt(vault: string, at: number): VaultObject[]
}

/** A stretch of a day in which nothing is amended. */
export type Piece = { dayAt: number; from: number; to: number }

/** Who deploys to a vault, and who looks after it. */
export const doersOf = ({ seed, people }: EstatePlan, slot: Slot | undefined): Doers => ({
  pipeline: pipelineOf(seed, slot?.blueprint.application.word ?? 'deploy'),
  person: personReader(personOf(people, slot?.blueprint.slot ?? 0)),
})

/** Writes the rows of the whole day as they are when it is as it is in the piece. */
export function writeVault(source: Source, log: AccessLog, slot: Slot | undefined, { from, to }: Piece): void {
  const { plan, amendments } = source
  const at = to - 1
  const objects = source.objectsAt(log.vault.name, at)
  writeVisits(log, plan.seed)
  writeKemptCalls(log, kemptReader(plan.kemptIdentity), objects, slot?.blueprint.slot ?? 0)
  const anybody = servicePrincipal(plan.seed, 'amended', 'azsdk-net/4.7.0')
  writeAmendedReads(log, amendments.readsAt(at), objects, anybody)
  if (!slot) return

  const { application, environment, resourceGroupId, slot: number } = slot.blueprint
  const instances = applicationInstances(plan.seed, application.word, environment, resourceGroupId)
  const doers = doersOf(plan, slot)
  writeLooks(log, doers.person, objects)
  writeFailures(log, plan.seed, { slot: number, reader: instances[0], word: application.word })
  writeBackup(log, plan.seed, objects, number)
  writeRehearsals(log, plan, slot, (vault) => (isThere(source, vault, from) ? source.objectsAt(vault, from) : []))
  writeCarryOut(log, plan, slot, objects)
  writeObjects(source, log, { slot, objects, instances, doers, from, at })
}

type Contents = {
  slot: Slot
  objects: readonly VaultObject[]
  instances: readonly Reader[]
  doers: Doers
  from: number
  at: number
}

function writeObjects(source: Source, log: AccessLog, contents: Contents): void {
  const { slot, objects, instances, doers, from, at } = contents
  const { plan, amendments } = source
  const word = slot.blueprint.application.word
  const job = servicePrincipal(plan.seed, `job-${word}`, 'python-azure-keyvault-secrets/4.8.0 Python/3.11.9')
  const all = plan.contentsOf(log.vault.name)
  const plans = new Map(all.map((each) => [keyOf(each), each]))
  let busyEveryMs = busyEvery(slot.blueprint.slot)
  for (const object of objects) {
    const objectPlan = plans.get(keyOf(object))
    if (!objectPlan || amendments.concerns(log.vault.name, object, at)) continue
    writeChanges(log, objectPlan, object, doers)
    const isBusy = busyEveryMs !== null && object.kind === 'secret' && objectPlan.character === 'well'
    const usual = readersOf(objectPlan, object, { seed: plan.seed, instances, job, slot })
    writeReads(log, objectPlan, object, { instances: usual, busyEveryMs: isBusy ? busyEveryMs : null })
    if (isBusy) busyEveryMs = null
  }
  const left = new Set(objects.map(keyOf))
  const purgeable = all.filter((each) => each.life.absence?.ends === 'purged' && !left.has(keyOf(each)))
  for (const object of plan.objectsAt(log.vault.name, from, purgeable) ?? []) {
    const objectPlan = plans.get(keyOf(object))
    if (objectPlan && !amendments.concerns(log.vault.name, object, at))
      writePurge(log, objectPlan, object, doers.person)
  }
}

const keyOf = ({ kind, name }: { kind: VaultObject['kind']; name: string }) => `${kind} ${name}`

const isThere = ({ estateAt }: Source, vault: string, at: number) =>
  estateAt(at).vaults.some(({ name }) => name === vault)

type Readers = { seed: string; instances: readonly Reader[]; job: Reader; slot: Slot }

/** In a shared vault every application reads its own; one secret in eight is read by a nightly job instead. */
function readersOf({ life }: ObjectPlan, object: VaultObject, { seed, instances, job, slot }: Readers) {
  const { application, environment, resourceGroupId } = slot.blueprint
  if (slot.traits.shared === 'applications') {
    const word = object.versions.at(-1)?.tags.application
    if (word && word !== application.word) return applicationInstances(seed, word, environment, resourceGroupId)
  }
  return fraction(life.seed, 37) < 0.12 ? [job] : instances
}

function personOf<Person>(people: readonly Person[], slot: number): Person {
  const person = people[slot % people.length]
  if (!person) throw new Error('there are no people')
  return person
}

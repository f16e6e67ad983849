// What the parameters of an address stand for, filled from what is really there: something of a person's own, and something that
// is neither theirs nor in a vault of theirs.
import type { Estate, Vault } from '../azure/organization/organization.ts'
import type { Azure } from './azure.ts'
import { type Belongings, ownerOf } from './belongings.ts'

/** By the name of the parameter. */
export type Subject = Readonly<Record<string, string>>

/** The address of a place, about a subject. */
export function addressAbout(pattern: string, subject: Subject): string {
  return pattern.replace(/\[([^\]]+)\]/g, (_, name: string) => {
    const value = subject[name]
    if (value === undefined) {
      throw new Error(
        `${pattern} has a parameter [${name}] that e2e/house/route-subjects.ts does not say what is whose of.`,
      )
    }
    return encodeURIComponent(value)
  })
}

export const hasSubject = (pattern: string) => pattern.includes('[')

const dayMs = 86_400_000

/** Longer than the demo has history. */
const logDays = 60

const firstSecretIn = (azure: Azure, vault: Vault, at: Date) =>
  azure.objects(vault.name, at).find(({ kind, deletedAt, managed }) => kind === 'secret' && !deletedAt && !managed)

const readableIn = (azure: Azure, { vaults }: Estate, at: Date) =>
  vaults.filter((vault) => vault.access === 'readable' && firstSecretIn(azure, vault, at))

/** Something that is really there, for whoever is to be told nothing of it anyway. */
export function anySubject(azure: Azure, at: Date): Subject {
  const estate = azure.estate(at)
  return about(azure, estate, at, { vault: readableIn(azure, estate, at)[0], identity: 'anybody' })
}

/** One subject of the person's own, and one of somebody else's. */
export function subjectsFor(azure: Azure, theirs: Belongings, at: Date): { own: Subject; foreign: Subject } {
  const estate = azure.estate(at)
  const readable = readableIn(azure, estate, at)
  const callers = [...azure.vaultsByCaller(new Date(at.getTime() - logDays * dayMs), at)]
  const isTheirs = (vault: string) => theirs.vaults.includes(vault)
  const own = readable.find(({ name }) => theirs.owns(name) && callers.some(([, { used }]) => used.has(name)))
  const foreign = readable.find((vault) => !isTheirs(vault.name) && ownerOf(vault, estate) !== null)
  const ownCaller = callers.find(([, { used }]) => own && used.has(own.name))?.[0]
  const foreignCaller = callers.find(([, { touched }]) => [...touched].every((vault) => !isTheirs(vault)))?.[0]
  return {
    own: about(azure, estate, at, { vault: own, identity: ownCaller }),
    foreign: about(azure, estate, at, { vault: foreign, identity: foreignCaller }),
  }
}

function about(
  azure: Azure,
  estate: Estate,
  at: Date,
  { vault, identity }: { vault: Vault | undefined; identity: string | undefined },
): Subject {
  const secret = vault && firstSecretIn(azure, vault, at)
  if (!vault || !secret || !identity) throw new Error('There is not enough in the estate to tell theirs from others.')
  return {
    vaultName: vault.name,
    kind: secret.kind,
    objectName: secret.name,
    identity,
    owner: ownerOf(vault, estate) ?? 'nobody at all',
    ruleId: 'secret-overdue-for-rotation',
    // Of a feed nobody made.
    secret: 'A'.repeat(43),
  }
}

// What the job asks of Azure, found in the stand-in's journal of a run and named by nobody: a call that is new tomorrow is
// among them.
import type { FaultRule } from '#e2e/azure/faults/faults.ts'
import type { JournalEntry } from '#e2e/azure/journal.ts'
import type { Organization } from '#e2e/azure/organization/organization.ts'

export type Operation = {
  /** For people: method, address and what is asked there, without names. */
  name: string
  service: string
  /** Whether it is asked of each vault, by itself. */
  ofVault: boolean
  /** The requests it is; of an operation on vaults, those about one vault. */
  match(vault?: string): FaultRule['match']
}

const vaultMark = '{vault}'

/** Every operation among the requests, in the order in which they were first asked. */
export function operationsIn(entries: readonly JournalEntry[], organization: Organization, at: Date): Operation[] {
  const { vaults, names } = namesAt(organization, at)
  const found = new Map<string, Operation>()
  for (const { service, method, host, path, question } of entries) {
    const [first = '', ...rest] = host.split('.')
    const hostPattern = vaults.has(first) ? [vaultMark, ...rest].join('.') : host
    const pathPattern = path
      .split('/')
      .map((segment) => {
        const name = decodeURIComponent(segment).toLowerCase()
        return vaults.has(name) ? vaultMark : names.has(name) ? '{}' : segment.toLowerCase()
      })
      .join('/')
    const questionPattern = withoutVariables(question)
    const name = [method, `${hostPattern}${pathPattern}`, questionPattern].join(' ')
    if (found.has(name)) continue
    const filled = (pattern: string, vault?: string) =>
      pattern.replace(vaultMark, vault ?? (pattern === hostPattern ? '*' : '{}'))
    found.set(name, {
      name,
      service,
      ofVault: `${hostPattern}${pathPattern}`.includes(vaultMark),
      match: (vault) => ({
        method,
        host: filled(hostPattern, vault),
        path: filled(pathPattern, vault),
        question: questionPattern,
      }),
    })
  }
  return [...found.values()]
}

/** Instants, ids and the tokens of later pages differ from request to request. */
const withoutVariables = (question: string) =>
  question
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '*')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '*')
    .replaceAll(/(\$?skiptoken=)[^&]*/gi, '$1*')

/** Whatever has a name of its own in the estate, lower case. */
function namesAt(organization: Organization, at: Date): { vaults: Set<string>; names: Set<string> } {
  const { subscriptions, resourceGroups, workspaces, vaults } = organization.estateAt(at)
  const objects = vaults.flatMap(({ name }) => organization.objectsAt(name, at))
  const names = [
    ...subscriptions.map(({ id }) => id),
    ...[...resourceGroups, ...workspaces, ...objects].map(({ name }) => name),
    ...workspaces.map(({ customerId }) => customerId),
  ]
  const lowerCase = (texts: string[]) => new Set(texts.map((text) => text.toLowerCase()))
  return { vaults: lowerCase(vaults.map(({ name }) => name)), names: lowerCase(names) }
}

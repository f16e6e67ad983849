// Carries out a command that Kempt offers, as Azure would: what the command says changes in the stand-in, and nothing else.
import type { VaultObject, Version } from '../azure/organization/organization.ts'
import type { Azure } from './azure.ts'

const dayMs = 86_400_000

type Deed = (azure: Azure, command: string) => Promise<void>

const deeds: [RegExp, Deed][] = [
  [/az keyvault secret set-attributes .*--expires/s, expires],
  [/az keyvault secret set .*--expires/s, rotated],
  [/az keyvault update .*--enable-purge-protection/s, protectedFromPurge],
  [/az keyvault update .*--default-action Deny/s, closed],
]

/** Whether there is somebody who could. */
export const canCarryOut = (command: string) => deeds.some(([pattern]) => pattern.test(command))

export async function carryOut(azure: Azure, command: string): Promise<void> {
  const deed = deeds.find(([pattern]) => pattern.test(command))
  if (!deed) throw new Error(`Nobody here can carry this out: ${command}`)
  await deed[1](azure, command)
}

function option(command: string, name: string): string {
  const found = new RegExp(`--${name}\\s+'?([^\\s']+)`).exec(command)?.[1]
  if (!found) throw new Error(`There is no --${name} in: ${command}`)
  return found
}

async function rotated(azure: Azure, command: string): Promise<void> {
  const { vault, secret, current } = secretIn(azure, command)
  const now = new Date()
  const made = { id: 'abcdef0123456789abcdef0123456789', createdAt: now, updatedAt: now, expiresAt: inSixtyDays(now) }
  const versions = [...secret.versions, { ...current, ...made }]
  await azure.amend({ kind: 'object', from: now, vault, object: { kind: 'secret', name: secret.name, versions } })
}

async function expires(azure: Azure, command: string): Promise<void> {
  const { vault, secret, current } = secretIn(azure, command)
  const now = new Date()
  const versions = [...secret.versions.slice(0, -1), { ...current, updatedAt: now, expiresAt: inSixtyDays(now) }]
  await azure.amend({ kind: 'object', from: now, vault, object: { kind: 'secret', name: secret.name, versions } })
}

async function protectedFromPurge(azure: Azure, command: string): Promise<void> {
  const name = option(command, 'name')
  await azure.amend({ kind: 'vault', from: new Date(), vault: { name, properties: { enablePurgeProtection: true } } })
}

async function closed(azure: Azure, command: string): Promise<void> {
  const name = command.match(/az keyvault update --name\s+'?([^\s']+)/)?.[1]
  const vault = azure.estate(new Date()).vaults.find((one) => one.name === name)
  if (!vault) throw new Error(`There is no vault in: ${command}`)
  const networkAcls = { ...Object(vault.properties.networkAcls), defaultAction: 'Deny', bypass: 'AzureServices' }
  await azure.amend({ kind: 'vault', from: new Date(), vault: { name: vault.name, properties: { networkAcls } } })
}

const inSixtyDays = (now: Date) => new Date(now.getTime() + 60 * dayMs)

function secretIn(azure: Azure, command: string): { vault: string; secret: VaultObject; current: Version } {
  const [vault, name] = [option(command, 'vault-name'), option(command, 'name')]
  const secret = azure.objects(vault, new Date()).find((one) => one.kind === 'secret' && one.name === name)
  const current = secret?.versions.at(-1)
  if (!secret || !current) throw new Error(`There is no secret ${name} in ${vault}.`)
  return { vault, secret, current }
}

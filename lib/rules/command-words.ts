// The words of the commands a rule proposes, ready to paste into a POSIX shell.
import type { CommandNames } from './rule.ts'

/** One argument. A resource group may be called "rg (old)"; quoted, it stays one word and runs nothing. */
export const shellWord = (text: string): string =>
  /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

/** Which object a data-plane command is about, or what somebody is to put there. */
export const objectWords = ({ vault, object }: CommandNames, someObject = '<name>'): string =>
  `--vault-name ${shellWord(vault)} --name ${shellWord(object ?? someObject)}`

export const secretWords = (names: CommandNames): string => objectWords(names, '<secret>')

export const keyWords = (names: CommandNames): string => objectWords(names, '<key>')

export const certificateWords = (names: CommandNames): string => objectWords(names, '<certificate>')

/** A new version of a secret, out of a file. Without `--output none` az prints the new value where everybody can look on. */
export const newSecretVersionCommand = (names: CommandNames): string =>
  `az keyvault secret set ${secretWords(names)} --file new-credential.txt --expires ${expiresInDays(60)} --output none`

/** Which vault a control-plane command is about. */
export const vaultWords = ({ vault, resourceGroup, subscriptionId }: CommandNames): string =>
  `--name ${shellWord(vault)} --resource-group ${shellWord(resourceGroup)} --subscription ${shellWord(subscriptionId)}`

/** The command that makes a vault beside this one, for what has to move out of it, with what can only be set at birth. */
export const newVaultCommand = ({ resourceGroup, subscriptionId }: CommandNames): string =>
  [
    "az keyvault create --name '<new vault>'",
    `--resource-group ${shellWord(resourceGroup)} --subscription ${shellWord(subscriptionId)}`,
    '--enable-rbac-authorization true --enable-purge-protection true --retention-days 90',
  ].join(' \\\n  ')

/** The vault's ARM id as one word. */
export const vaultIdWord = ({ vault, resourceGroup, subscriptionId }: CommandNames): string =>
  shellWord(
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/vaults/${vault}`,
  )

/** An expiry a number of days from the moment the command runs. GNU date, as in Azure Cloud Shell. */
export const expiresInDays = (days: number): string => `"$(date -u -d '+${days} days' '+%Y-%m-%dT%H:%M:%SZ')"`

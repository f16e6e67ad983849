// The words of the commands a rule proposes, ready to paste into a POSIX shell.
import type { CommandNames } from './rule.ts'

/** One argument. A resource group may be called "rg (old)"; quoted, it stays one word and runs nothing. */
export const shellWord = (text: string): string =>
  /^[\w./:=@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`

/** Which secret a data-plane command is about. */
export const secretWords = ({ vault, object = '<secret>' }: CommandNames): string =>
  `--vault-name ${shellWord(vault)} --name ${shellWord(object)}`

/** Which vault a control-plane command is about. */
export const vaultWords = ({ vault, resourceGroup, subscriptionId }: CommandNames): string =>
  `--name ${shellWord(vault)} --resource-group ${shellWord(resourceGroup)} --subscription ${shellWord(subscriptionId)}`

/** The vault's ARM id as one word. */
export const vaultIdWord = ({ vault, resourceGroup, subscriptionId }: CommandNames): string =>
  shellWord(
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/vaults/${vault}`,
  )

/** An expiry a number of days from the moment the command runs. GNU date, as in Azure Cloud Shell. */
export const expiresInDays = (days: number): string => `"$(date -u -d '+${days} days' '+%Y-%m-%dT%H:%M:%SZ')"`

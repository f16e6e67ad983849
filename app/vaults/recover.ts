// The commands that bring back what was deleted. Names in Azure are letters, digits and dashes: nothing needs quoting.
import type { ObjectKind } from '#lib/domain/vault-object.ts'

export const recoverObject = (vaultName: string, { kind, name }: { kind: ObjectKind; name: string }) =>
  `az keyvault ${kind} recover --vault-name ${vaultName} --name ${name}`

export const recoverVault = ({
  name,
  location,
  subscriptionId,
}: {
  name: string
  location: string
  subscriptionId: string
}) => `az keyvault recover --name ${name} --location ${location} --subscription ${subscriptionId}`

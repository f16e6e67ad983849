import { type OwnerSource, ownerNamedByObject, vaultOwner } from '#lib/domain/owner.ts'
import { certificateDecides } from './certificate-decides.ts'
import { vaultIdWord } from './command-words.ts'
import { fail, pass } from './decision.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'object-without-owner',
  title: 'Everything in a vault has an owner',
  failing: 'Nobody owns it',
  area: 'Storing',
  subject: 'object',
  severity: 'medium',
  why: 'What nobody owns nobody rotates, and when it leaks nobody knows what it opens. An owner is whom every other finding about it goes to.',
  fix: {
    portal: 'Key vault > Tags > owner (for all that is in it); or the object > current version > Tags',
    cli: (names) =>
      `az tag update --resource-id ${vaultIdWord(names)} --operation Merge --tags owner='<mail of the owner>'`,
    bicep: "tags: { owner: '<mail of the owner>' }",
    note: 'A tag on the vault, its resource group or its subscription covers everything below that names nobody itself. Setting tags on a single secret replaces all its tags.',
  },
  needs: [],
  consults: [],
  thresholds: [],
  source: {
    page: 'Secure your Azure Key Vault secrets',
    sentence: 'Keep what people need to know about a secret, such as its owner and its rotation schedule, in its tags.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secure-secrets',
  },
  controls: { azurePolicy: [], cis: [], mcsb: [] },

  check({ object, vault }, { ownerTagNames }) {
    const aside = certificateDecides(object)
    if (aside?.status === 'not-applicable') return aside
    const own = ownerNamedByObject(object.tags, ownerTagNames)
    const named = own ? { owner: own, source: 'object' as const } : vaultOwner(vault, ownerTagNames)
    if (named) return pass(`Owned by ${named.owner}, as ${sourceWords[named.source]} says.`, named)
    // Only without an owner does it matter whether the certificate speaks for the object.
    if (aside) return aside
    const tags = ownerTagNames.join(' or ')
    return fail(`No tag ${tags} on the ${object.kind}, its vault, resource group or subscription.`, { ownerTagNames })
  },
})

const sourceWords: Record<OwnerSource, string> = {
  object: 'its own tag',
  vault: "its vault's tag",
  'resource-group': "its resource group's tag",
  subscription: "its subscription's tag",
}

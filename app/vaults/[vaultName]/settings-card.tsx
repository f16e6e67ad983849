// The settings of the vault as Azure told them.
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import type { VaultSettings } from '#lib/domain/vault.ts'
import { count } from '#lib/format/number.ts'
import { dayCount } from '#lib/format/date.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'

export function SettingsCard({ vault: { settings, settingsSinceAt }, at }: { vault: VaultDetail; at: Date }) {
  if (!settings) {
    return (
      <Card title="Settings as read">
        <UnknownMark>they could not be read.</UnknownMark>
      </Card>
    )
  }
  const { accessModel, accessPolicies, sku } = settings
  return (
    <Card
      title="Settings as read"
      note={
        settingsSinceAt ? (
          <>
            Like this since <Time at={settingsSinceAt} to="day" /> (<Time at={settingsSinceAt} now={at} />
            ).
          </>
        ) : null
      }
    >
      <DefinitionList
        items={[
          {
            term: 'Access',
            value: accessModel === 'rbac' ? 'Azure role-based access control' : policiesText(accessPolicies.length),
          },
          { term: 'Public network', value: publicText(settings) },
          { term: 'Allowed addresses', value: listText(settings.ipRules) },
          { term: 'Allowed networks', value: listText(settings.virtualNetworkRules.map(lastPart)) },
          {
            term: 'Trusted services',
            value: settings.trustedServicesBypass ? 'let through the firewall' : 'not let through the firewall',
          },
          {
            term: 'Private endpoints',
            value: listText(
              settings.privateEndpoints.map(({ id, status }) => `${lastPart(id)} (${status.toLowerCase()})`),
            ),
          },
          { term: 'Purge protection', value: settings.purgeProtection ? 'on' : 'off' },
          { term: 'Soft delete', value: softDeleteText(settings) },
          { term: 'Tier', value: sku },
        ]}
      />
    </Card>
  )
}

const policiesText = (policies: number) =>
  `access policies, ${policies === 1 ? 'one entry' : `${count(policies)} entries`}`

function publicText({ publicNetworkAccess, firewallDefaultAction }: VaultSettings): string {
  if (publicNetworkAccess === 'disabled') return 'off: private connections only'
  if (publicNetworkAccess === 'secured-by-perimeter') return 'as the network security perimeter allows'
  return firewallDefaultAction === 'deny' ? 'on, for what the firewall allows' : 'on, for every address'
}

function softDeleteText({ softDelete, softDeleteRetentionDays }: VaultSettings): string {
  if (!softDelete) return 'off'
  return softDeleteRetentionDays === null ? 'on' : `on, kept for ${dayCount(softDeleteRetentionDays)}`
}

const lastPart = (id: string) => id.split('/').at(-1) ?? id

const listText = (values: readonly string[]) => (values.length > 0 ? values.join(', ') : 'none')

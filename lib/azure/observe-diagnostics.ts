// Where do a vault's logs go?
import { z } from 'zod'
import type { Observed } from '#lib/domain/observed.ts'
import type { DiagnosticSetting, Vault } from '#lib/domain/vault.ts'
import type { Azure } from './azure.ts'
import { observeList } from './wire/observe-list.ts'
import { readPages } from './wire/read-pages.ts'

/** Azure writes a destination that is not set as '' or not at all. */
const armId = z
  .string()
  .nullish()
  .transform((id) => id?.toLowerCase() || null)

const name = z
  .string()
  .nullish()
  .transform((text) => text || null)

const settingSchema = z.object({
  name: z.string().min(1),
  properties: z.object({
    workspaceId: armId,
    storageAccountId: armId,
    eventHubAuthorizationRuleId: armId,
    logs: z
      .array(z.object({ category: name, categoryGroup: name, enabled: z.boolean() }))
      .nullish()
      .transform((logs) => logs ?? []),
  }),
})

/** The vault's diagnostic settings. They are not in Resource Graph: one call a vault. Never throws for Azure's sake. */
export async function observeDiagnostics(azure: Azure, vault: Vault): Promise<Observed<DiagnosticSetting[]>> {
  const path = `${vault.resourceId}/providers/Microsoft.Insights/diagnosticSettings`
  const url = `${azure.cloud.armOrigin}${path}?api-version=2021-05-01-preview`
  return observeList(
    readPages((page) => azure.getFromArm(page), url),
    readSetting,
    { about: `the diagnostic settings of vault ${vault.name}`, keyOf: (setting) => setting.name.toLowerCase() },
  )
}

function readSetting(raw: unknown): DiagnosticSetting | null {
  const setting = settingSchema.safeParse(raw)
  return setting.success ? { name: setting.data.name, ...setting.data.properties } : null
}

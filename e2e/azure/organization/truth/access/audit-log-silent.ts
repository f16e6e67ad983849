import type { Organization } from '../../organization.ts'
import { bringsAuditTo } from '../../vaults/diagnostic-settings.ts'
import { askLog, type Tally } from './log-pass.ts'
import { namesOf } from './standing.ts'

/** The vaults with a setting that brings their audit log to a workspace, of which not one row arrived from `from` to `to`. */
export const auditLogSilent = (organization: Organization, from: Date, to: Date): string[] =>
  askLog(organization, from, to, silentTally(organization, to))

export function silentTally(organization: Organization, to: Date): Tally<string[]> {
  const heard = new Set<string>()
  return {
    take({ vault }) {
      heard.add(vault.name)
    },
    answer() {
      const { vaults, workspaces } = organization.estateAt(to)
      const isLogged = ({ diagnosticSettings }: (typeof vaults)[number]) =>
        workspaces.some(({ id }) => diagnosticSettings.some((setting) => bringsAuditTo(setting, id)))
      return namesOf(vaults.filter((vault) => isLogged(vault) && !heard.has(vault.name)))
    },
  }
}

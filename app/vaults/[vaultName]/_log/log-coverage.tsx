// Since when is the access log of the vault covered, from where, how fresh is it, and what is missing?
import { MissingDays } from '#app/snapshots/log/log-cells.tsx'
import { LogGrant } from '#app/snapshots/log/log-grant.tsx'
import { logHref } from '#app/snapshots/log/log-note.tsx'
import { LogStateBadge } from '#app/snapshots/log/log-state-badge.tsx'
import { isRead, logStateText } from '#app/snapshots/log/log-words.ts'
import type { View } from '#app/view.ts'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Time } from '#components/ui/time.tsx'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { vaultLogOf } from './vault-log-of.ts'

export async function LogCoverage({ view, vault }: { view: View; vault: VaultDetail }) {
  const log = await vaultLogOf(view, vault.vaultId)
  if (!log) return null
  const { state, sinceOn, workspaces } = log
  return (
    <section aria-label="Access log" className="mt-4 border-t border-line pt-3 text-table">
      <div className="flex items-start justify-between gap-3">
        <h3 className="font-medium">
          <Link href={logHref(view.asOf)} look="row">
            Access log, day by day
          </Link>
        </h3>
        <LogStateBadge state={state} />
      </div>
      {isRead(log) ? <p className="text-soft">{logStateText[state]}</p> : null}
      <LogGrant log={log} />
      {workspaces.length > 0 ? (
        <div className="mt-2">
          <DefinitionList
            items={[
              { term: 'Covered since', value: sinceOn },
              ...workspaces.map(({ name, resourceId, since, newestAt, readUntilAt }) => ({
                term: workspaces.length > 1 ? `From ${since}` : 'Workspace',
                value: (
                  <>
                    <span title={resourceId} className="[overflow-wrap:anywhere]">
                      {name}
                    </span>
                    <div className="text-faint">
                      newest row <Time at={newestAt} now={view.at} />
                      <div>
                        read until <Time at={readUntilAt} />
                      </div>
                    </div>
                  </>
                ),
              })),
              { term: 'Missing days', value: <MissingDays log={log} /> },
            ]}
          />
        </div>
      ) : null}
    </section>
  )
}

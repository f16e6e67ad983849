// The file behind both exports: every subject that a draft would let fail or fail no longer, as the page counts them.
import { recordAuditEvent } from '#app/_audit/record-audit-event.ts'
import { type FileFormat, tableFile } from '#app/_export/table-file.ts'
import { appSettings } from '#app/settings.ts'
import { openViewForRoute } from '#app/view.ts'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { isoDate } from '#lib/format/date.ts'
import { previewPolicy } from '#lib/preview/preview-policy.ts'
import { listPolicyVersions } from '#lib/queries/policy/list-policy-versions.ts'
import { draftHref, readDraft } from './search.ts'

const columns = ['rule', 'severity', 'vault', 'kind', 'name', 'now', 'draft', 'because']

export async function exportPreviewFile(request: Request, format: FileFormat): Promise<Response> {
  const view = await openViewForRoute(request)
  if (view instanceof Response) return view
  const { db, scope, at, now, person } = view
  const query = new URL(request.url).searchParams
  const params = Object.fromEntries([...query.keys()].map((name) => [name, single(query.getAll(name))]))
  const versions = await listPolicyVersions(db, { at })
  const inForce = versions[0] ?? { id: null, policy: defaultPolicy }
  const draft = readDraft(params, versions, inForce)
  await recordAuditEvent(db, { at: now, person, action: 'exported', subject: draftHref(draft), detail: { format } })
  return tableFile({
    name: `kempt-policy-preview-${isoDate(now)}`,
    format,
    columns,
    write: async (take) => {
      const { ownerTagNames } = appSettings()
      const policies = { before: inForce.policy, after: draft.policy }
      const { rules } = await previewPolicy(db, scope, {
        at,
        ...policies,
        ownerTagNames,
        most: Number.POSITIVE_INFINITY,
      })
      for (const { rule, newlyFailing, newlyPassing } of rules) {
        const row = (now: string, then: string) => (moved: (typeof newlyFailing.first)[number]) => ({
          rule: rule.id,
          severity: rule.severity,
          vault: moved.vault,
          kind: moved.object?.kind ?? 'vault',
          name: moved.object?.name ?? moved.vault,
          now,
          draft: then,
          because: moved.because,
        })
        await take(newlyFailing.first.map(row('not failing', 'failing')))
        await take(newlyPassing.first.map(row('failing', 'not failing')))
      }
    },
  })
}

const single = (values: string[]) => (values.length === 1 ? values[0] : values)

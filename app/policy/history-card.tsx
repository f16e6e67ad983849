// Who changed the policy, when, why, and what it changed. Every version there is, the newest first.
import { Card } from '#components/ui/card.tsx'
import { Time } from '#components/ui/time.tsx'
import { defaultPolicy } from '#lib/domain/policy.ts'
import { policyChanges } from '#lib/domain/policy-changes.ts'
import { count } from '#lib/format/number.ts'
import type { PolicyVersion } from '#lib/queries/policy/list-policy-versions.ts'
import { changeSentence, changeWords } from './words.ts'

const inSight = 8

export function HistoryCard({ versions }: { versions: readonly PolicyVersion[] }) {
  const older = versions.slice(inSight)
  return (
    <Card title="Who changed it" note={versions.length > 0 ? 'Every version, the newest first.' : null}>
      {versions.length === 0 ? (
        <p className="text-table text-soft">Nobody yet. The defaults hold, and the first snapshot writes them down.</p>
      ) : (
        <ol className="space-y-4">
          {versions.slice(0, inSight).map((version, index) => (
            <Version key={version.id} version={version} previous={versions[index + 1]} />
          ))}
        </ol>
      )}
      {older.length > 0 ? (
        <details className="mt-4">
          <summary className="link inline-block text-table">{count(older.length)} older</summary>
          <ol className="mt-4 space-y-4">
            {older.map((version, index) => (
              <Version key={version.id} version={version} previous={older[index + 1]} />
            ))}
          </ol>
        </details>
      ) : null}
    </Card>
  )
}

function Version({ version, previous }: { version: PolicyVersion; previous: PolicyVersion | undefined }) {
  const { createdAt, createdBy, note, policy, firstJudgedAt } = version
  const from = previous?.policy ?? defaultPolicy
  const changes = changeWords(policyChanges(from, policy), from, policy)
  return (
    <li className="text-table [overflow-wrap:anywhere]">
      <p className="text-faint">
        <Time at={createdAt} /> by {createdBy}
      </p>
      {note ? <p className="mt-0.5">“{note}”</p> : null}
      <ul className="mt-0.5 text-soft">
        {changes.map((change) => (
          <li key={change.what}>{changeSentence(change)}</li>
        ))}
        {changes.length === 0 ? <li>{previous ? 'Nothing was changed.' : 'The defaults.'}</li> : null}
      </ul>
      <p className="mt-0.5 text-faint">
        {firstJudgedAt ? (
          <>
            Judged by since the snapshot of <Time at={firstJudgedAt} />
          </>
        ) : (
          'No snapshot has judged by it yet.'
        )}
      </p>
    </li>
  )
}

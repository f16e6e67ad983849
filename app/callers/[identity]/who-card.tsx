// Who a caller is, as far as the log tells.
import type { ReactNode } from 'react'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { upperFirst } from '#lib/format/upper-first.ts'
import type { CallerDetail } from '#lib/queries/callers/get-caller.ts'
import { resourceText } from '../attached-to.ts'
import { callerKindWords } from '../words.ts'

export function WhoCard({ view, caller }: { view: View; caller: CallerDetail }) {
  const { identity, kind, applicationId, resourceId, hostId, firstAt, lastAt } = caller
  const within = view.scope.kind === 'everything' ? null : 'calling what is yours'
  const isNamed = kind !== 'unknown'
  return (
    <Card title="Who it is">
      <DefinitionList
        items={[
          {
            term: 'Kind',
            value: isNamed ? (
              callerKindWords[kind]
            ) : (
              <UnknownMark word={upperFirst(callerKindWords.unknown)}>
                these calls carry no identity, so there may be several behind them.
              </UnknownMark>
            ),
          },
          ...(isNamed ? [{ term: 'Identity', value: <Id text={identity} what="identity" /> }] : []),
          {
            term: 'Application id',
            value: applicationId ? <Id text={applicationId} what="application id" /> : <NotSaid />,
          },
          ...(resourceId ? [{ term: 'Belongs to', value: <Resource id={resourceId} /> }] : []),
          ...(hostId && hostId !== resourceId ? [{ term: 'Last used from', value: <Resource id={hostId} /> }] : []),
          { term: 'First seen', value: <Seen at={firstAt} now={view.at} within={within} /> },
          { term: 'Last seen', value: <Seen at={lastAt} now={view.at} within={within} /> },
        ]}
      />
    </Card>
  )
}

const NotSaid = () => <span className="text-faint">the log names none</span>

/** Small enough for an id of Entra to stand on one line. */
function Id({ text, what }: { text: string; what: string }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-mono text-mini break-all select-all">{text}</span>
      <CopyButton text={text} label={`Copy ${what}`} />
    </span>
  )
}

/** The id of a resource is long, and rarely asked for. */
function Resource({ id }: { id: string }): ReactNode {
  return (
    <>
      {resourceText(id)}
      <details>
        <summary className="link w-fit">Resource id</summary>
        <Id text={id} what="resource id" />
      </details>
    </>
  )
}

function Seen({ at, now, within }: { at: Date; now: Date; within: string | null }) {
  return (
    <>
      <Time at={at} /> <span className="text-faint">({<Time at={at} now={now} />})</span>
      {within ? <div className="text-faint">{within}</div> : null}
    </>
  )
}

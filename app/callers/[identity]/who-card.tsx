// Who a caller is, as far as the log tells.
import type { ReactNode } from 'react'
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Time } from '#components/ui/time.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
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
              <UnknownMark word="Not named in the log">
                these calls carry no identity, so there may be several behind them.
              </UnknownMark>
            ),
          },
          ...(isNamed ? [{ term: 'Identity', value: <Id text={identity} what="identity" /> }] : []),
          {
            term: 'Application id',
            value: applicationId ? <Id text={applicationId} what="application id" /> : <NotSaid />,
          },
          ...(resourceId ? [{ term: 'Belongs to', value: <Resource id={resourceId} what="its resource id" /> }] : []),
          ...(hostId && hostId !== resourceId
            ? [{ term: 'Last used from', value: <Resource id={hostId} what="the resource id it was used from" /> }]
            : []),
          { term: 'First seen', value: <Seen at={firstAt} now={view.at} within={within} /> },
          { term: 'Last seen', value: <Seen at={lastAt} now={view.at} within={within} /> },
        ]}
      />
    </Card>
  )
}

const NotSaid = () => <span className="text-faint">the log names none</span>

function Id({ text, what }: { text: string; what: string }) {
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-mono text-xs break-all select-all">{text}</span>
      <CopyButton text={text} label={`Copy ${what}`} />
    </span>
  )
}

function Resource({ id, what }: { id: string; what: string }): ReactNode {
  return (
    <>
      <div>{resourceText(id)}</div>
      <Id text={id} what={what} />
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

// What the object is, whose it is, and how it stands.
import type { View } from '#app/view.ts'
import { ExpiresCell, OwnerCell, RotatedCell } from '#app/findings/subject-cells.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { Time } from '#components/ui/time.tsx'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { objectHref, vaultHref } from '../../../search.ts'
import { thresholdsOf } from './asked-once.ts'

const sources = {
  object: 'by its own tag',
  vault: 'by the tag of its vault',
  'resource-group': 'by the tag of its resource group',
  subscription: 'by the tag of its subscription',
}

export async function HeadCard({ view, object }: { view: View; object: ObjectDetail }) {
  const { at, asOf } = view
  const { kind, vaultName, owner, ownerSource, managed, contentType } = object
  const { rotationDays } = await thresholdsOf(view, object.objectId)
  const isBehind = managed === true && kind !== 'certificate'
  return (
    <Card title={object.goneAt ? 'As last seen' : 'What it is'}>
      {isBehind ? <BehindCertificate object={object} asOf={asOf} /> : null}
      <DefinitionList
        items={[
          { term: 'Vault', value: <Link href={vaultHref(vaultName, asOf)}>{vaultName}</Link> },
          {
            term: 'Owner',
            value: (
              <>
                <OwnerCell owner={owner} />
                {owner && ownerSource ? <div className="text-faint">{sources[ownerSource]}</div> : null}
              </>
            ),
          },
          { term: 'Environment', value: object.environment },
          { term: 'Subscription', value: object.subscriptionName },
          { term: 'Resource group', value: object.resourceGroup },
          { term: 'State', value: <EnabledBadge enabled={object.enabled} /> },
          ...(object.notBeforeAt ? [{ term: 'Not before', value: <Time at={object.notBeforeAt} /> }] : []),
          { term: 'Expires', value: <ExpiresCell kind={kind} expiresAt={object.expiresAt} at={at} /> },
          {
            term: 'Last rotated',
            value: (
              <RotatedCell
                // A line is for secrets that are rotated by hand, while they are there.
                kind={isBehind || object.goneAt ? 'certificate' : kind}
                rotatedAt={object.rotatedAt}
                at={at}
                lineDays={rotationDays}
              />
            ),
          },
          ...(kind === 'secret'
            ? [{ term: 'Content type', value: contentType ? <bdi className="break-words">{contentType}</bdi> : null }]
            : [{ term: 'Key', value: keyText(object) ?? <span className="text-faint">not read</span> }]),
          ...(kind === 'secret' || isBehind ? [] : [{ term: 'Renewal', value: renewalText(object) }]),
          ...(object.issuer ? [{ term: 'Issuer', value: <bdi>{object.issuer}</bdi> }] : []),
          { term: 'Last edited', value: <Time at={object.updatedAt} to="day" /> },
          { term: 'First seen', value: <Time at={object.seenFirstAt} to="day" /> },
          { term: 'Tags', value: <TagList tags={object.tags} /> },
        ]}
      />
    </Card>
  )
}

function BehindCertificate({ object, asOf }: { object: ObjectDetail; asOf: string | null }) {
  const { vaultName, name, kind, certificateKnown } = object
  return (
    <p className="mb-3 rounded-md border border-line bg-sunken px-3 py-2 text-table">
      The {kind} of{' '}
      {certificateKnown ? (
        <Link href={objectHref({ vaultName, kind: 'certificate', name }, asOf)}>the certificate of the same name</Link>
      ) : (
        'a certificate'
      )}
      : it is renewed with it, and what is wrong with it is said there.
    </p>
  )
}

const EnabledBadge = ({ enabled }: { enabled: boolean }) =>
  enabled ? <StatusBadge status="pass" word="Enabled" /> : <Badge tone="neutral">Disabled</Badge>

/** Whatever people wrote: it is kept apart from the line around it, and breaks where it must. */
function TagList({ tags }: { tags: Record<string, string> }) {
  const shown = Object.entries(tags)
  if (shown.length === 0) return <span className="text-faint">none</span>
  return (
    <ul className="space-y-0.5">
      {shown.map(([name, value]) => (
        <li key={name} className="[overflow-wrap:anywhere]">
          <bdi className="text-faint">{name}</bdi> <bdi>{value}</bdi>
        </li>
      ))}
    </ul>
  )
}

const keyText = ({ keyType, keyBits, keyCurve }: ObjectDetail) =>
  keyType ? [keyType, keyCurve ?? keyBits].filter(Boolean).join(' ') : null

function renewalText({ renewsItself, renewalTrigger }: ObjectDetail) {
  if (renewsItself === null) return <span className="text-faint">not read</span>
  if (!renewsItself) return 'does not renew itself'
  return renewalTrigger ? `renews itself ${renewalTrigger}` : 'renews itself'
}

// Where do we stand?
import type { Metadata } from 'next'
import { CardSlot } from '#components/ui/card-slot.tsx'
import { attentionTitle } from './_overview/attention-card.tsx'
import { Cards } from './_overview/cards.tsx'
import { PageHeader } from './_shell/page-header.tsx'
import { Shell } from './_shell/shell.tsx'
import { openView } from './view.ts'

export const metadata: Metadata = { title: { absolute: 'Overview · Kempt' } }

export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  const view = await openView(searchParams)
  const lede =
    view.scope.kind === 'owned'
      ? 'Mine: the vaults and objects that name you, or a group of yours, as owner.'
      : 'Every vault that Kempt can find.'
  return (
    <Shell view={view} current="overview">
      <PageHeader view={view} title="Where do we stand?" lede={lede} />
      <CardSlot title={attentionTitle} height="high">
        <Cards view={view} />
      </CardSlot>
    </Shell>
  )
}

// Why a rule matters, and where that is written.
import { Card } from '#components/ui/card.tsx'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { severityWeight } from '#lib/domain/severity.ts'
import type { Rule } from '#lib/rules/rule.ts'
import { azurePolicyHref, benchmarkHref } from '../control-href.ts'
import { subjectWords } from '../words.ts'

export function WhyCard({ rule }: { rule: Rule }) {
  const { why, severity, area, subject, source, controls, id } = rule
  return (
    <Card title="Why it matters">
      <p>{why}</p>
      <figure className="mt-3 border-l-2 border-line-strong pl-3 text-table">
        <blockquote className="text-soft">{source.sentence}</blockquote>
        <figcaption className="mt-1 text-faint">
          In short, after Microsoft:{' '}
          <a href={source.url} className="link" rel="noreferrer">
            {source.page}
          </a>
        </figcaption>
      </figure>
      <div className="mt-4 border-t border-line pt-3">
        <DefinitionList
          items={[
            {
              term: 'Severity',
              value: (
                <span className="inline-flex items-center gap-2">
                  <SeverityBadge severity={severity} />
                  <span className="text-faint">weighs {severityWeight[severity]} in posture</span>
                </span>
              ),
            },
            { term: 'Area', value: area },
            { term: 'Judges', value: subjectWords[subject] },
            { term: 'Id', value: <code className="font-mono text-xs">{id}</code> },
            { term: 'Azure Policy', value: codes(controls.azurePolicy, azurePolicyHref) },
            { term: 'CIS Azure', value: codes(controls.cis) },
            { term: 'MCSB', value: codes(controls.mcsb, benchmarkHref) },
          ]}
        />
      </div>
    </Card>
  )
}

const codes = (ids: readonly string[], hrefOf: (id: string) => string | null = () => null) =>
  ids.length === 0 ? (
    <span className="text-faint">no matching control</span>
  ) : (
    <ul>
      {ids.map((id) => (
        <li key={id} className="font-mono text-xs leading-5">
          <Code id={id} href={hrefOf(id)} />
        </li>
      ))}
    </ul>
  )

const Code = ({ id, href }: { id: string; href: string | null }) =>
  href === null ? (
    id
  ) : (
    <a href={href} className="link" rel="noreferrer">
      {id}
    </a>
  )

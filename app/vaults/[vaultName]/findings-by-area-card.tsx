// What fails in this vault, area by area, each with its reason and the command that mends it.
import type { View } from '#app/view.ts'
import { WaivedCount } from '#app/findings/severity-count.tsx'
import { withAsOf } from '#app/_shell/with-as-of.ts'
import { commandNames, Fix } from '#app/findings/fix.tsx'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { KindMark, SinceCell } from '#app/findings/subject-cells.tsx'
import { ruleById } from '#app/rules/rule-by-id.ts'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Link } from '#components/ui/link.tsx'
import { SeverityBadge } from '#components/ui/severity-badge.tsx'
import { count } from '#lib/format/number.ts'
import type { VaultDetail } from '#lib/queries/vaults/get-vault.ts'
import { listVaultFindings, type VaultFinding } from '#lib/queries/vaults/list-vault-findings.ts'

const mostOfRule = 3

type CardProps = { view: View; vault: VaultDetail }

export async function FindingsByAreaCard({ view, vault }: CardProps) {
  const { db, scope, at, asOf } = view
  const findings = await listVaultFindings(db, scope, { at, vaultId: vault.vaultId, most: mostOfRule })
  if (findings.length === 0) {
    return (
      <Card title="Findings">
        <EmptyState title="Nothing is known to fail here">
          That is about what could be judged. Coverage says how much of the vault was read.
        </EmptyState>
      </Card>
    )
  }
  const areas = Map.groupBy(findings, ({ area }) => area)
  const total = [...Map.groupBy(findings, ({ ruleId }) => ruleId).values()].reduce(
    (sum, [one]) => sum + (one?.ofRule ?? 0),
    0,
  )
  return (
    <Card
      title="Findings"
      note={`${count(total)} open, by area, the most severe first.`}
      href={findingsHref(withFilter(defaultSearch, { vault: vault.name }), asOf)}
      hrefLabel="All of them in At risk"
    >
      <div className="space-y-6">
        {[...areas].map(([area, ofArea]) => (
          <section key={area} aria-label={area}>
            <h3 className="text-xs font-medium text-faint">{area}</h3>
            {[...Map.groupBy(ofArea, ({ ruleId }) => ruleId).values()].map((ofRule) => (
              <RuleFindings key={ofRule[0]?.ruleId} findings={ofRule} view={view} vault={vault} />
            ))}
          </section>
        ))}
      </div>
    </Card>
  )
}

function RuleFindings({ findings, view, vault }: CardProps & { findings: readonly VaultFinding[] }) {
  const [first] = findings
  if (!first) return null
  const { ruleId, failing, severity, ofRule, waivedOfRule } = first
  const rest = ofRule - findings.length
  const allHref = findingsHref(withFilter(defaultSearch, { vault: vault.name, rules: [ruleId] }), view.asOf)
  const ofVault = { vault: vault.name, rules: [ruleId], status: 'waived' as const }
  const waivedHref = findingsHref(withFilter(defaultSearch, ofVault), view.asOf)
  return (
    <div className="mt-2 border-t border-line pt-2.5">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <SeverityBadge severity={severity} />
        <Link href={withAsOf(`/rules/${ruleId}`, view.asOf)} look="row">
          {failing}
        </Link>
        {ofRule > 1 ? (
          <Link href={allHref} className="text-table">
            {count(ofRule)} times
          </Link>
        ) : null}
        {waivedOfRule > 0 ? (
          <span className="inline-flex items-center gap-1.5 text-table">
            <WaivedCount value={waivedOfRule} href={waivedHref} /> <span className="text-soft">waived</span>
          </span>
        ) : null}
      </div>
      <ul className="mt-1.5 space-y-1.5 text-table">
        {findings.map((finding) => (
          <FindingLine key={finding.key} finding={finding} view={view} vault={vault} />
        ))}
      </ul>
      {rest > 0 ? (
        <p className="mt-1.5 text-table">
          <Link href={allHref}>And {count(rest)} more</Link>
        </p>
      ) : null}
      <HowToFix finding={first} vault={vault} />
    </div>
  )
}

function FindingLine({ finding, view, vault }: CardProps & { finding: VaultFinding }) {
  const { key, kind, name, because, failingSince } = finding
  const rowHref = findingsHref({ ...withFilter(defaultSearch, { vault: vault.name }), row: key }, view.asOf)
  return (
    <li>
      <div className="flex items-start gap-2">
        <KindMark kind={kind} />
        <div className="min-w-0 grow">
          {kind === 'vault' ? null : (
            <>
              <Link href={rowHref} look="row">
                {name}
              </Link>
              {': '}
            </>
          )}
          {because}{' '}
          <span className="text-faint">
            For <SinceCell since={failingSince} at={view.at} />.
          </span>
        </div>
      </div>
    </li>
  )
}

/** Once a rule: a command for each finding would weigh more than all the rest of the page. The others have theirs in their row. */
function HowToFix({ finding: { ruleId, kind, name, ofRule }, vault }: { finding: VaultFinding; vault: VaultDetail }) {
  const rule = ruleById(ruleId)
  if (!rule) return null
  const { name: vaultName, resourceId } = vault
  return (
    <details className="mt-1 text-table">
      <summary className="link inline-block py-1">How to fix it</summary>
      <div className="mt-1 mb-2 space-y-2">
        <Fix rule={rule} names={commandNames({ vaultName, resourceId }, kind === 'vault' ? null : { kind, name })} />
        {ofRule > 1 ? (
          <p className="text-soft print:hidden">
            This is for {name}. Behind the name of each of the others is its own.
          </p>
        ) : null}
      </div>
    </details>
  )
}

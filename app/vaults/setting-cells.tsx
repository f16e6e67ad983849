// Settings of a vault as words; the ones that a rule objects to stand out, and in a shape, not in a colour alone.
import { Badge } from '#components/ui/badge.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import type { Severity } from '#lib/domain/severity.ts'
import type { VaultCoverage } from '#lib/queries/vault-coverage.ts'
import type { Logging, Network } from '#lib/queries/vaults/vault-filter.ts'
import { accessWords, coverageWords, loggingWords, networkWords } from './words.ts'

/** What Kempt does not say, because the vault is not the person's or its settings were never read. */
export function Unsaid({ owned }: { owned: boolean }) {
  return owned ? <UnknownMark /> : <span className="text-faint">not yours</span>
}

function Objected({ severity, word }: { severity: Severity; word: string }) {
  return (
    <Badge tone={severity} shape={<SeverityShape severity={severity} />}>
      {word}
    </Badge>
  )
}

export function NetworkCell({ network, owned }: { network: Network | null; owned: boolean }) {
  if (network === null) return <Unsaid owned={owned} />
  return network === 'open' ? <Objected severity="high" word={networkWords.open} /> : networkWords[network]
}

export function AccessCell({ model, owned }: { model: keyof typeof accessWords | null; owned: boolean }) {
  if (model === null) return <Unsaid owned={owned} />
  return model === 'access-policy' ? <Objected severity="medium" word={accessWords[model]} /> : accessWords[model]
}

export function PurgeCell({ on, owned }: { on: boolean | null; owned: boolean }) {
  if (on === null) return <Unsaid owned={owned} />
  return on ? <>On</> : <Objected severity="high" word="Off" />
}

export function LoggingCell({ logging, owned }: { logging: Logging | null; owned: boolean }) {
  if (logging === null) return <Unsaid owned={owned} />
  if (logging === 'unknown') return <UnknownMark />
  return logging === 'on' ? loggingWords.on : <Objected severity="high" word={loggingWords.off} />
}

export function CoverageBadge({ coverage }: { coverage: VaultCoverage | null }) {
  if (coverage === null) return <span className="text-faint">not yours</span>
  if (coverage === 'log') return <StatusBadge status="partly" word={coverageWords.log} />
  return <StatusBadge status={coverage} />
}

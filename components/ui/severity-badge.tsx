import type { Severity } from '#lib/domain/severity.ts'
import { Badge } from './badge.tsx'
import { SeverityShape } from './severity-shape.tsx'

export const severityWord: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

export function SeverityBadge({ severity }: { severity: Severity }) {
  return (
    <Badge tone={severity} shape={<SeverityShape severity={severity} />}>
      {severityWord[severity]}
    </Badge>
  )
}

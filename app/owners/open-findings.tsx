// How many findings are open, severity by severity, each leading to its rows; what there is none of is left out.
import { SeverityCount } from '#app/findings/severity-count.tsx'
import { severities, type Severity } from '#lib/domain/severity.ts'

type OpenFindingsProps = { counts: { [severity in Severity]: number }; hrefFor: (severity: Severity) => string }

export function OpenFindings({ counts, hrefFor }: OpenFindingsProps) {
  const some = severities.filter((severity) => counts[severity] > 0)
  if (some.length === 0) return <span className="text-faint">none</span>
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {some.map((severity) => (
        <SeverityCount key={severity} severity={severity} value={counts[severity]} href={hrefFor(severity)} />
      ))}
    </span>
  )
}

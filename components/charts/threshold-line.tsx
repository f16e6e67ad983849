/** The line that a value should not cross, with its words above its end. */
export function ThresholdLine({ y, label }: { y: number; label: string }) {
  return (
    <g>
      <line x1="0" x2="100%" y1={y} y2={y} className="stroke-soft" strokeDasharray="4 3" />
      <text x="100%" y={y - 5} textAnchor="end">
        {label}
      </text>
    </g>
  )
}

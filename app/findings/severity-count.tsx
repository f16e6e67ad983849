// A number of findings of one severity, leading to them. Nought is quiet, so that what is not stands out.
import { Link } from '#components/ui/link.tsx'
import { SeverityShape } from '#components/ui/severity-shape.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import type { Severity } from '#lib/domain/severity.ts'
import { count } from '#lib/format/number.ts'
import { WaivedShape } from '../waivers/waiver-badges.tsx'

export function SeverityCount({ severity, value, href }: { severity: Severity; value: number; href: string }) {
  if (value === 0) return <span className="text-faint">0</span>
  return (
    <Link href={href} look="plain" className="inline-flex items-center gap-1.5 font-medium hover:underline">
      <SeverityShape severity={severity} />
      <span className="sr-only">{severity}: </span>
      {count(value)}
    </Link>
  )
}

export function WaivedCount({ value, href }: { value: number; href: string }) {
  if (value === 0) return <span className="text-faint">0</span>
  return (
    <Link href={href} look="plain" className="inline-flex items-center gap-1.5 text-soft hover:underline">
      <WaivedShape />
      <span className="sr-only">waived: </span>
      {count(value)}
    </Link>
  )
}

export function UnknownCount({ value, href }: { value: number; href: string }) {
  if (value === 0) return <span className="text-faint">0</span>
  return (
    <Link href={href} look="plain" className="inline-flex items-center gap-1.5 text-unknown-ink hover:underline">
      <UnknownSwatch />
      <span className="sr-only">not judged: </span>
      {count(value)}
    </Link>
  )
}

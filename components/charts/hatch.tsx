/** The pattern of what is not known, for use inside an svg as fill={`url(#${id})`}. Ids come from useId: a page has many charts. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width="6" height="6" className="fill-unknown-soft" />
        <rect width="6" height="1.2" className="fill-unknown" />
      </pattern>
    </defs>
  )
}

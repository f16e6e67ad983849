// What is not known of a line, hatched from top to bottom.
import { asPercent, type DateScale } from './scale.ts'
import { unknownBands } from './unknown-bands.ts'

/** A stretch of no length is seen too. */
const leastShare = 0.004

type UnknownStretchesProps = {
  rows: readonly { at: Date; values: readonly (number | null)[] }[]
  x: DateScale
  height: number
  hatchId: string
}

export function UnknownStretches({ rows, x, height, hatchId }: UnknownStretchesProps) {
  return unknownBands(rows).map((band) => {
    const left = Math.min(x.share(band.from), 1 - leastShare)
    return (
      <rect
        key={band.from.getTime()}
        x={asPercent(left)}
        width={asPercent(Math.max(x.share(band.to) - left, leastShare))}
        y="0"
        height={height}
        fill={`url(#${hatchId})`}
        opacity="0.6"
      />
    )
  })
}

// For tests of charts only: what stands in the markup of a drawing, as a reader would find it.

type Mark = { tag: string; text: string; attributes: Readonly<Record<string, string>> }

/** Every mark of the drawings, in order; patterns are ink, not marks. */
export function marksOf(markup: string): Mark[] {
  const drawn = markup.replace(/<defs>.*?<\/defs>/gs, '')
  return [...drawn.matchAll(/<(rect|circle|line|text|path)\b([^>]*)>([^<]*)/g)].map(
    ([, tag = '', said = '', text = '']) => ({
      tag,
      text,
      attributes: Object.fromEntries([...said.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
    }),
  )
}

export const hatchedOf = (markup: string) =>
  marksOf(markup).filter(({ attributes }) => attributes.fill?.startsWith('url(#'))

/** Shares of the width, 0 to 100, from the beginning to the end of a mark. */
export const acrossOf = ({ attributes: { x = '0%', width = '0%' } }: Mark): [from: number, to: number] => [
  Number.parseFloat(x),
  Number.parseFloat(x) + (width.endsWith('%') ? Number.parseFloat(width) : 0),
]

/** Marks that stand outside a plot of `height` pixels, or nowhere at all; words under an axis have a drawing of their own. */
export function strayMarks(markup: string, height: number): Mark[] {
  return marksOf(markup).filter((mark) => {
    const { attributes } = mark
    if (Object.values(attributes).some((value) => /NaN|Infinity|undefined/.test(value))) return true
    const shares = ['x', 'x1', 'x2', 'cx'].flatMap((name) =>
      attributes[name]?.endsWith('%') ? [attributes[name]] : [],
    )
    const isOutside = [...shares.map(Number.parseFloat), ...(shares.length > 0 ? acrossOf(mark) : [])].some(
      (share) => share < 0 || share > 100.02,
    )
    const top = Number(attributes.y ?? attributes.y1 ?? attributes.cy ?? 0)
    const tall = mark.tag === 'rect' && !attributes.height?.endsWith('%') ? Number(attributes.height ?? 0) : 0
    return isOutside || top < 0 || top + tall > height + 0.5
  })
}

/** The stretches of each line of a chart: an uninterrupted line has one. */
export const stretchesOf = (markup: string): number[] =>
  marksOf(markup).flatMap(({ tag, attributes }) => (tag === 'path' ? [attributes.d?.match(/M/g)?.length ?? 0] : []))

/** The labels under the plot, with their share of the width. */
export function axisLabelsOf(markup: string): { share: number; label: string; isSparse: boolean }[] {
  const [, axis = ''] = markup.match(/<svg width="100%" height="18"[^>]*>(.*?)<\/svg>/s) ?? []
  return marksOf(axis).map(({ text, attributes }) => ({
    share: Number.parseFloat(attributes.x ?? '') / 100,
    label: text,
    isSparse: attributes.class?.includes('max-sm:hidden') ?? false,
  }))
}

/** The least share of the width between two labels that are shown at once. */
export function leastBetween(labels: readonly { share: number }[]): number {
  const shares = labels.map(({ share }) => share).sort((one, other) => one - other)
  return Math.min(1, ...shares.slice(1).map((share, index) => share - (shares[index] ?? 0)))
}

/** The rows of the table that stands for the chart, cell by cell. */
export const tableOf = (markup: string): string[][] =>
  [...(markup.match(/<tbody>(.*?)<\/tbody>/s)?.[1] ?? '').matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell),
  )

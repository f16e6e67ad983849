/** Something that has a page, as it is offered to whoever looks for it. */
export type Hit = {
  href: string
  name: string
  /** What kind of thing it is, or where: tells two of one name apart. */
  detail: string
}

/** Things of one kind. Not all of them where `all` leads to the rest. */
export type HitGroup = { title: string; hits: readonly Hit[]; all: { href: string; label: string } | null }

/** How many of one kind are offered at most. */
export const mostHits = 8

'use client'
// The one link inside Kempt. Pages are made per request, so fetching every link in sight beforehand would ask the database
// for pages nobody opens: nothing is prefetched. What is left of Next's own link is this much, at a tenth of its weight.
import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import type { ComponentProps, MouseEvent } from 'react'

type LinkProps = ComponentProps<'a'> & {
  /** Of a page of Kempt. */
  href: string
  /** `text` (underlined, the default), `row` (the name of a row), `plain` (styled by the caller). */
  look?: 'text' | 'row' | 'plain'
  /** False: the new page is shown where the reader already is. */
  scroll?: boolean
}

export function Link({ href, look = 'text', scroll = true, className = '', onClick, ...rest }: LinkProps) {
  const router = useRouter()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || isForTheBrowser(event)) return
    event.preventDefault()
    router.push(href as Route, { scroll })
  }
  const style = look === 'text' ? 'link' : look === 'row' ? 'row-link' : ''
  return <a {...rest} href={href} onClick={follow} className={`${style} ${className}`.trim()} />
}

/** With a key held, a link opens in a tab or a window, or is saved. */
const isForTheBrowser = ({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent) => metaKey || ctrlKey || shiftKey || altKey

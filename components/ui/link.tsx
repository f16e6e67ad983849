// The one link inside Kempt. Pages are made per request, so fetching every link in sight beforehand would ask the database
// for pages nobody opens: nothing is prefetched.
import type { Route } from 'next'
import NextLink from 'next/link'
import type { ComponentProps } from 'react'

type LinkProps = Omit<ComponentProps<typeof NextLink>, 'href' | 'prefetch'> & { href: string }

/** `look`: `text` (underlined, the default), `row` (the name of a row), `plain` (styled by the caller). */
export function Link({
  href,
  look = 'text',
  className = '',
  ...rest
}: LinkProps & { look?: 'text' | 'row' | 'plain' }) {
  const style = look === 'text' ? 'link' : look === 'row' ? 'row-link' : ''
  return <NextLink {...rest} href={href as Route} prefetch={false} className={`${style} ${className}`.trim()} />
}

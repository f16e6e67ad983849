import type { ComponentProps, ReactNode } from 'react'
import { Link } from './link.tsx'

const looks = {
  main: 'border-accent bg-accent text-on-accent hover:opacity-90',
  quiet: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  bare: 'border-transparent text-soft hover:bg-sunken hover:text-ink',
}

type Look = keyof typeof looks

const shape =
  'inline-flex h-8 items-center justify-center gap-1.5 rounded-md border px-3 text-table font-medium whitespace-nowrap disabled:opacity-50 print:hidden'

export function Button({
  look = 'quiet',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: Look }) {
  return <button {...rest} type={type} className={`${shape} ${looks[look]} ${className}`} />
}

/** A link that looks like a button. Files (exports) get a plain anchor: client navigation would fetch them as pages. */
export function ButtonLink({
  href,
  look = 'quiet',
  file = false,
  children,
}: {
  href: string
  look?: Look
  file?: boolean
  children: ReactNode
}) {
  const className = `${shape} ${looks[look]}`
  if (file)
    return (
      <a href={href} className={className} download>
        {children}
      </a>
    )
  return (
    <Link href={href} look="plain" className={className}>
      {children}
    </Link>
  )
}

import type { Route } from 'next'
import { safeReturnTo } from './return-to.ts'

/** The path that sends a browser on to Entra, and after sign-in to `returnTo`. */
export function entraPath(returnTo: string | null): Route {
  const path = safeReturnTo(returnTo)
  return (path === '/' ? '/sign-in/start' : `/sign-in/start?returnTo=${encodeURIComponent(path)}`) as Route
}

/** A plain anchor: the router would fetch the page of another site, and `form-action 'self'` would stop a form. */
export function EntraLink({ returnTo, label }: { returnTo: string | null; label: string }) {
  return (
    <p className="mt-6">
      <a
        href={entraPath(returnTo)}
        className="inline-flex h-8 items-center justify-center rounded-md border border-accent bg-accent px-3 text-table font-medium text-on-accent hover:opacity-90"
      >
        {label}
      </a>
    </p>
  )
}

'use client'
// Folds the navigation away on a wide screen, or brings it back. Without scripts it does nothing and the navigation stays.
import { Icon } from '#components/ui/icon.tsx'
import { navigationCookie } from './navigation-cookie.ts'

const yearSeconds = 31_536_000

export function NavigationToggle({ to }: { to: 'folded' | 'open' }) {
  const fold = () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that Kempt supports
    document.cookie = `${navigationCookie}=${to}; path=/; max-age=${yearSeconds}; samesite=lax`
    document.querySelector('[data-navigation]')?.setAttribute('data-navigation', to)
  }
  const label = to === 'folded' ? 'Hide the navigation' : 'Show the navigation'
  return (
    <button
      type="button"
      onClick={fold}
      title={label}
      aria-label={label}
      className="hidden size-7 place-items-center rounded-md text-faint hover:bg-sunken hover:text-ink lg:grid"
    >
      <Icon path="M1.5 2.5h13v11h-13v-11Zm4 0v11" />
    </button>
  )
}

// What stands around every page of a signed-in person: the way to the other pages, who is looking, and what to know first.
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { SearchButton } from '#app/_palette/search-button.tsx'
import { Shortcuts } from '#app/_palette/shortcuts.tsx'
import { DisplayMenu } from '#app/_preferences/display-menu.tsx'
import { displayOfRequest } from '#app/_preferences/display-of-request.ts'
import { appSettings } from '#app/settings.ts'
import { UnseenGroupsNotice } from '#app/_session/unseen-groups-notice.tsx'
import type { View } from '#app/view.ts'
import { chooseZone } from '#components/ui/chosen-zone.ts'
import { Link } from '#components/ui/link.tsx'
import { Navigation, type Place } from './navigation.tsx'
import { NavigationToggle } from './navigation-toggle.tsx'
import { navigationCookie } from './navigation-cookie.ts'
import { pageLinksOf } from './page-links.ts'
import { RunningSnapshot } from './running-snapshot.tsx'
import { RunningSnapshotFailed } from './running-snapshot-failed.tsx'
import { withAsOf } from './with-as-of.ts'
import { Wordmark } from './wordmark.tsx'

type ShellProps = {
  view: View
  /** Null on pages that are not in the navigation. */
  current: Place | null
  /** Shown when the estate is a made-up one. */
  demo?: boolean
  children: ReactNode
}

export async function Shell({ view, current, demo = appSettings().demo, children }: ShellProps) {
  const folded = (await cookies()).get(navigationCookie)?.value === 'folded'
  const display = await displayOfRequest()
  // Nothing inside the shell is drawn before the shell is.
  chooseZone(display.zone)
  const navigation = (
    <Navigation current={current} asOf={view.asOf} person={view.person} foot={<DisplayMenu display={display} />} />
  )
  return (
    <div data-navigation={folded ? 'folded' : 'open'} className="group/shell min-h-dvh lg:flex">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
      >
        Skip to the content
      </a>

      <aside
        aria-label="Navigation"
        className="sticky top-0 hidden h-dvh w-[232px] shrink-0 flex-col border-r border-line bg-surface lg:flex group-data-[navigation=folded]/shell:lg:hidden print:hidden!"
      >
        <div className="flex h-14 shrink-0 items-center justify-between pr-3 pl-5">
          <Link href={withAsOf('/', view.asOf)} look="plain">
            <Wordmark />
          </Link>
          <NavigationToggle to="folded" />
        </div>
        <div className="shrink-0 px-3 pb-3">
          <SearchButton asOf={view.asOf} wide />
        </div>
        <div className="min-h-0 grow overflow-y-auto">{navigation}</div>
      </aside>

      <div className="flex min-w-0 grow flex-col">
        <header className="flex h-12 items-center justify-between border-b border-line bg-surface px-4 lg:hidden group-data-[navigation=folded]/shell:lg:flex print:hidden!">
          <Link href={withAsOf('/', view.asOf)} look="plain">
            <Wordmark />
          </Link>
          <span className="flex items-center gap-2">
            <SearchButton asOf={view.asOf} />
            <NavigationToggle to="open" />
            <button
              type="button"
              popoverTarget="navigation-sheet"
              className="h-8 rounded-md border border-line-strong px-3 text-table font-medium"
            >
              Menu
            </button>
          </span>
        </header>
        {/* A native popover: opens, closes on Escape and on a tap outside, all without scripts of ours. */}
        <div
          id="navigation-sheet"
          popover="auto"
          className="fixed inset-y-0 right-auto left-0 m-0 h-dvh max-h-none w-72 border-r border-line bg-surface text-ink backdrop:bg-page/70"
        >
          <div className="flex h-full flex-col">
            <div className="flex h-14 shrink-0 items-center justify-between pr-3 pl-5">
              <Wordmark />
              <button
                type="button"
                popoverTarget="navigation-sheet"
                popoverTargetAction="hide"
                className="h-8 rounded-md px-2.5 text-table text-soft hover:bg-sunken hover:text-ink"
              >
                Close
              </button>
            </div>
            <div className="min-h-0 grow overflow-y-auto">{navigation}</div>
          </div>
        </div>

        {demo ? (
          <section
            aria-label="About this demo"
            className="border-b border-line bg-accent-soft px-4 py-1.5 text-table text-ink sm:px-6"
          >
            <strong className="font-medium">Demo.</strong> A made-up organization, read by the real snapshot job from a
            stand-in for Azure. Nothing here is yours.
          </section>
        ) : null}
        {view.asOf === null && current !== 'snapshots' ? (
          <RunningSnapshotFailed>
            <RunningSnapshot view={view} />
          </RunningSnapshotFailed>
        ) : null}
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[1440px] grow px-4 pt-5 pb-16 outline-none sm:px-6"
        >
          <UnseenGroupsNotice view={view} />
          {children}
        </main>
      </div>
      <Shortcuts pages={pageLinksOf(view.person)} asOf={view.asOf} singleKeys={display.singleKeys} />
    </div>
  )
}

// How somebody likes Kempt to look: the theme, the time zone of instants, and whether single keys do something. Kept in a
// cookie, so that the server draws the first page right.
import { timeZoneIn } from '#lib/format/zoned-instant.ts'

export const themes = ['system', 'light', 'dark'] as const

export type Theme = (typeof themes)[number]

export type Display = {
  /** `system`: what the device says. */
  theme: Theme
  /** IANA name, or UTC. */
  zone: string
  /** Whether keys without Ctrl or Cmd are shortcuts. Who dictates or types by accident switches them off (WCAG 2.1.4). */
  singleKeys: boolean
}

export const displayCookie = 'kempt-display'

export const usualDisplay: Display = { theme: 'system', zone: 'UTC', singleKeys: true }

/** What a cookie says; each part that makes no sense is as usual. */
export function readDisplay(text: string | undefined): Display {
  const params = new URLSearchParams(text ?? '')
  return {
    theme: themeIn(params.get('theme')) ?? usualDisplay.theme,
    zone: timeZoneIn(params.get('zone') ?? '') ?? usualDisplay.zone,
    singleKeys: params.get('keys') !== 'off',
  }
}

export function displayText({ theme, zone, singleKeys }: Display): string {
  return new URLSearchParams({ theme, zone, keys: singleKeys ? 'on' : 'off' }).toString()
}

/**
 * What a form asks for, or in words what is wrong with it. `otherZone` is the field of whoever has no list to choose from;
 * what is typed there goes first. A box that is not ticked is not sent.
 */
export function displayIn(form: FormData): Display | { problem: string } {
  const textOf = (name: string) => String(form.get(name) ?? '').trim()
  const wanted = textOf('otherZone') || textOf('zone')
  const zone = timeZoneIn(wanted)
  if (!zone) return { problem: `No time zone is called “${wanted.slice(0, 60)}”. One is Europe/Berlin, for example.` }
  return { theme: themeIn(textOf('theme')) ?? usualDisplay.theme, zone, singleKeys: form.get('keys') !== null }
}

const themeIn = (text: string | null): Theme | null => themes.find((theme) => theme === text) ?? null

'use client'
// The zone instants are told in. The browser brings the list of zones and its own, so that no page has to carry four hundred
// names; where no script runs, a zone is typed.
import { useId, useSyncExternalStore } from 'react'

type ZoneFieldProps = {
  zone: string
  /** Four hundred options are made when somebody is about to look at them. */
  withZones: boolean
  problemId: string | undefined
}

const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone
const onServer = () => null
const never = () => () => {}

export function ZoneField({ zone, withZones, problemId }: ZoneFieldProps) {
  const noteId = useId()
  const browsers = useSyncExternalStore<string | null>(never, ownZone, onServer)
  const own = browsers === 'UTC' ? null : browsers
  const all = withZones ? Intl.supportedValuesOf('timeZone') : []
  const others = all.filter((name) => name !== 'UTC' && name !== own)
  const isListed = zone === 'UTC' || zone === own || others.includes(zone)
  return (
    <div>
      <label className="block">
        <span className="mb-1 block text-xs text-soft">Time zone of instants</span>
        <select
          // The list arrives after the first drawing; a browser would keep the first choice of the shorter one.
          key={`${own} ${withZones}`}
          name="zone"
          defaultValue={zone}
          aria-describedby={[noteId, problemId].filter(Boolean).join(' ')}
          className="field w-full"
        >
          <option value="UTC">UTC</option>
          {own ? <option value={own}>{own}, as this browser</option> : null}
          {isListed ? null : <option value={zone}>{zone}</option>}
          {others.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <label className="mt-2 block">
          <span className="mb-1 block text-xs text-soft">Another one, by its name</span>
          <input name="otherZone" placeholder="Europe/Berlin" autoComplete="off" className="field w-full" />
        </label>
      </noscript>
      <p id={noteId} className="mt-1 text-xs text-faint">
        Dates, days and charts stay in UTC.
      </p>
    </div>
  )
}

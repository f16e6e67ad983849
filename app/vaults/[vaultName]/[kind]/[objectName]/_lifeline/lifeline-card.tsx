// How did this object live: its versions one after the other, their expiries, and how often it is rotated?
import type { View } from '#app/view.ts'
import { Cadence } from '#components/charts/cadence.tsx'
import { cadenceOf, type CadenceStep } from '#components/charts/cadence-of.ts'
import { Lifeline } from '#components/charts/lifeline.tsx'
import { placeLifeline } from '#components/charts/place-lifeline.ts'
import { Card } from '#components/ui/card.tsx'
import { UnknownMark } from '#components/ui/unknown-mark.tsx'
import { dayCount, isoDate } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'
import type { ObjectDetail } from '#lib/queries/objects/get-object.ts'
import { partsOf, thresholdsOf, versionsOf } from '../asked-once.ts'
import { versionGaps } from './version-gaps.ts'

const mostSteps = 24

export async function LifelineCard({ view, object }: { view: View; object: ObjectDetail }) {
  const [versions, parts, thresholds] = await Promise.all([
    versionsOf(view, object.objectId),
    partsOf(view, object.vaultId),
    thresholdsOf(view, object.objectId),
  ])
  const { kind, managed, goneAt, name } = object
  const until = goneAt ?? view.at
  // What a rule asks of secrets that are rotated by hand.
  const rotationDays = kind === 'secret' && managed !== true ? thresholds.rotationDays : null
  const part = goneAt ? undefined : parts.find((one) => one.part === 'versions')
  const { gaps, says } = versionGaps(versions, part, until)
  const lifeline = placeLifeline({ versions, until, rotationDays, gaps })
  const steps = cadenceOf(
    versions.map(({ createdAt }) => createdAt),
    until,
    gaps,
  )
  return (
    <Card title="Lifeline" note={lifeline ? notes(versions.length, lifeline.left, rotationDays) : null}>
      {says.map((text) => (
        <p key={text} className="mb-2 text-table">
          <UnknownMark word="Not read">{text}</UnknownMark>
        </p>
      ))}
      {lifeline ? (
        <>
          <Lifeline
            label={`Versions of ${name}`}
            lifeline={lifeline}
            nowLabel={goneAt ? `gone ${isoDate(goneAt)}` : (view.asOf ?? 'today')}
            rotationDays={rotationDays}
          />
          <h3 className="mt-5 text-xs font-medium text-faint">Days between rotations</h3>
          <p className="mt-0.5 mb-2 text-table text-soft">{cadenceText(steps, rotationDays, goneAt !== null)}</p>
          {steps.length > 1 ? (
            <Cadence
              label={`Days between rotations of ${name}`}
              steps={steps.slice(-mostSteps)}
              lineDays={rotationDays}
            />
          ) : null}
        </>
      ) : (
        <UnknownMark>no version of it was seen.</UnknownMark>
      )}
    </Card>
  )
}

function notes(versions: number, left: number, rotationDays: number | null): string {
  const all = `${count(versions)} ${versions === 1 ? 'version' : 'versions'}`
  const shown = left > 0 ? `, the newest ${count(versions - left)} drawn; all of them are in the table below` : ''
  const line = rotationDays === null ? '' : ` Each is to be rotated within ${dayCount(rotationDays)}.`
  return `${all}${shown}.${line}`
}

/** The middle one of all that are over and certain, the longest, and how many were later than they should have been. */
function cadenceText(steps: readonly CadenceStep[], lineDays: number | null, isGone: boolean): string {
  const over = steps.filter(({ isRunning, isUncertain }) => !isRunning && !isUncertain)
  const lengths = over.map(({ days }) => Math.floor(days)).sort((one, other) => one - other)
  const running = steps.find(({ isRunning }) => isRunning)
  const age = running ? dayCount(Math.floor(running.days)) : null
  return [
    rotatedText(lengths, lineDays),
    age && (isGone ? `Its last version was ${age} old when it went.` : `The current version is ${age} old.`),
    steps.length > mostSteps && `Drawn are the latest ${mostSteps}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** `lengths` are whole days, the shortest first. */
function rotatedText(lengths: readonly number[], lineDays: number | null): string {
  const longest = lengths.at(-1)
  if (longest === undefined) return 'No rotation is known.'
  const late = lineDays === null ? 0 : lengths.filter((days) => days >= lineDays).length
  if (lengths.length === 1) return `Rotated once, after ${dayCount(longest)}${late > 0 ? ': too late' : ''}.`
  const middle = lengths[Math.floor((lengths.length - 1) / 2)] ?? 0
  const lateText =
    lineDays === null ? '' : `, ${late === 0 ? 'never' : late === 1 ? 'once' : `${count(late)} times`} too late`
  return `Rotated ${count(lengths.length)} times${lateText}; usually after ${dayCount(middle)}, at the latest after ${dayCount(longest)}.`
}

// Functions on instants and lengths of time, all in UTC.
import { Unsupported } from '../refusal.ts'
import { dayMs } from '../values.ts'
import {
  argument,
  type Build,
  type Catalogue,
  instantArgument,
  literalText,
  numberArgument,
  ofInstant,
  ofNumber,
} from './call.ts'
import { formatInstant } from './format-instant.ts'
import { type CalendarPart, calendarParts, differenceIn, plus, startOf } from './calendar.ts'

const now: Build = (call) => {
  const offset = call.args[0]?.evaluate
  if (!offset) return (_row, run) => run.now
  return (row, run) => {
    const length = offset(row, run)
    return typeof length === 'number' ? run.now + length : null
  }
}

const ago: Build = (call) => {
  const { evaluate } = argument(call, 0)
  return (row, run) => {
    const length = evaluate(row, run)
    return typeof length === 'number' ? run.now - length : null
  }
}

/** startof…(instant [, how many further]). endof… is one tick before the next start, finer than instants are kept: refused. */
function start(part: CalendarPart): Build {
  return (call) => {
    const instant = instantArgument(call, 0)
    const offset = call.args.length > 1 ? numberArgument(call, 1) : () => 0
    return (row, run) => {
      const at = instant(row, run)
      const by = offset(row, run)
      return at === null || by === null ? null : plus(startOf(at, part), by, part)
    }
  }
}

function partOf(call: Parameters<Build>[0]): CalendarPart {
  const name = literalText(call, 0).toLowerCase()
  const part = calendarParts.find((candidate) => candidate === name)
  if (!part) throw new Unsupported(`the part of time '${name}'`, argument(call, 0).node)
  return part
}

const difference: Build = (call) => {
  const part = partOf(call)
  if (part === 'week') throw new Unsupported('datetime_diff in weeks', call.node)
  const [later, earlier] = [instantArgument(call, 1), instantArgument(call, 2)]
  return (row, run) => {
    const [a, b] = [later(row, run), earlier(row, run)]
    return a === null || b === null ? null : differenceIn(part, a, b)
  }
}

const add: Build = (call) => {
  const part = partOf(call)
  const amount = numberArgument(call, 1)
  const instant = instantArgument(call, 2)
  return (row, run) => {
    const [by, at] = [amount(row, run), instant(row, run)]
    return by === null || at === null ? null : plus(at, by, part)
  }
}

const format: Build = (call) => {
  const instant = instantArgument(call, 0)
  const pattern = formatInstant(literalText(call, 1), call.node)
  return (row, run) => {
    const at = instant(row, run)
    return at === null ? '' : pattern(at)
  }
}

const make: Build = (call) => {
  const parts = call.args.map((_, index) => numberArgument(call, index))
  return (row, run) => {
    const [year, month, day, hour = 0, minute = 0, second = 0] = parts.map((part) => part(row, run))
    if (year == null || month == null || day == null || hour === null || minute === null || second === null) return null
    return Date.UTC(year, month - 1, day, hour, minute) + second * 1000
  }
}

const date = (instant: number) => new Date(instant)

export const timeFunctions: Catalogue = {
  now,
  ago,
  startofday: start('day'),
  startofweek: start('week'),
  startofmonth: start('month'),
  startofyear: start('year'),
  datetime_diff: difference,
  datetime_add: add,
  format_datetime: format,
  make_datetime: make,
  dayofweek: ofInstant((at) => date(at).getUTCDay() * dayMs),
  dayofmonth: ofInstant((at) => date(at).getUTCDate()),
  dayofyear: ofInstant((at) => Math.floor((at - startOf(at, 'year')) / dayMs) + 1),
  monthofyear: ofInstant((at) => date(at).getUTCMonth() + 1),
  getmonth: ofInstant((at) => date(at).getUTCMonth() + 1),
  getyear: ofInstant((at) => date(at).getUTCFullYear()),
  hourofday: ofInstant((at) => date(at).getUTCHours()),
  unixtime_seconds_todatetime: ofNumber((seconds) => seconds * 1000),
  unixtime_milliseconds_todatetime: ofNumber((milliseconds) => milliseconds),
}

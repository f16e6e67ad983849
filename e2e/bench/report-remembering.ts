// The bytes of three snapshots side by side, and what a snapshot of small changes is of the first one.
import { type Bytes, bytesText, sumOf, type Written } from './bytes-written.ts'

const aimPercent = 2

/** Who read what since the last snapshot is new whatever happened to the objects, and no part of the question. */
const accessLog = ['access_day', 'caller', 'log_workspace']

type Three = Record<'first' | 'second' | 'third', Written>

export function reportRemembering({ first, second, third }: Three): void {
  const parts = { first: first.log, second: second.log, third: third.log }
  print('write-ahead log', 'first', '1 % changed', 'share', 'unchanged')
  const names = worthALine(first.log)
  for (const name of names) printShare(name, parts, (bytes) => bytesOf(bytes, name))
  printShare('the rest', parts, (bytes) => sumOf(bytes.values()) - sumOf(names.map((name) => bytesOf(bytes, name))))
  const ofEstate = printShare('all but access log', parts, (bytes) => withoutAccess(bytes))
  printShare('all', parts, (bytes) => sumOf(bytes.values()))

  const rows = { first: first.rows, second: second.rows, third: third.rows }
  print('rows begun or ended', 'first', '1 % changed', 'share', 'unchanged')
  for (const name of first.rows.keys()) printShare(name, rows, (bytes) => bytesOf(bytes, name))
  const ofRows = printShare('all', rows, (bytes) => sumOf(bytes.values()))

  console.log(
    `  One object in a hundred changed: ${ofEstate} of the first snapshot's write-ahead log without the access log, ${ofRows} of its rows (aim: at most ${aimPercent} %).`,
  )
  console.log(
    '  The log counts rows, their indexes, progress and marks; images of whole pages are off (full_page_writes), and so is vacuum.',
  )
}

/** The tables that make up nearly all of it, the largest first. */
const worthALine = (bytes: Bytes) =>
  [...bytes]
    .sort(([, one], [, other]) => other - one)
    .filter(([name, each]) => name !== 'other' && each > sumOf(bytes.values()) / 1000)
    .map(([name]) => name)

const bytesOf = (bytes: Bytes, name: string) => bytes.get(name) ?? 0

const withoutAccess = (bytes: Bytes) => sumOf(bytes.values()) - sumOf(accessLog.map((name) => bytesOf(bytes, name)))

function printShare(
  name: string,
  { first, second, third }: Record<'first' | 'second' | 'third', Bytes>,
  measure: (bytes: Bytes) => number,
): string {
  const [all, some, none] = [measure(first), measure(second), measure(third)]
  const share = all === 0 ? '–' : `${((100 * some) / all).toFixed(2)} %`
  print(name, bytesText(all), bytesText(some), share, bytesText(none))
  return share
}

const print = (name: string, ...cells: string[]) =>
  console.log(`    ${name.padEnd(22)}${cells.map((cell) => cell.padStart(14)).join('')}`)

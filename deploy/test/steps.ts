// One step of a test run: its command runs with its output kept aside, which is shown only if it fails.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programOf } from '../processes/program-of.ts'
import { createProgress } from '../processes/progress.ts'
import type { Lifetime } from '../processes/run-to-the-end.ts'
import { startChild } from '../processes/start-child.ts'
import { describeTally, type Tally } from './tally.ts'

export type Steps = {
  /** A command that is right or wrong as a whole; counts as one. */
  check(
    label: string,
    packageName: string,
    parameters: string[],
    how?: { command?: string; env?: NodeJS.Dict<string> },
  ): Promise<void>
  /** A run of tests, each of which counts. It is told by `env` and `parameters` to write its report to the file. */
  tests(label: string, packageName: string, report: ReportedRun): Promise<void>
  /** Any other work that is right or wrong; it fails by throwing. */
  work(label: string, work: () => Promise<unknown>): Promise<void>
  /** Says how it all went, on a line of its own, and returns the exit code. */
  close(): number
}

export type ReportedRun = {
  command?: string
  parameters(reportFile: string): string[]
  env?(reportFile: string): NodeJS.Dict<string>
  tally(report: string): Tally
}

export function openSteps(life: Lifetime): Steps {
  const folder = mkdtempSync(join(tmpdir(), 'kempt-test-run-'))
  life.onEnd(() => rmSync(folder, { recursive: true, force: true }))
  const progress = createProgress()
  const total: Tally = { passed: 0, failed: 0, skipped: 0 }

  const run = async (script: string, parameters: string[], env: NodeJS.Dict<string> = {}) => {
    const log = join(folder, 'output.log')
    const { exited } = startChild(life, { script, parameters, env: { ...process.env, NO_COLOR: '1', ...env }, log })
    const code = await exited
    return { code, output: readFileSync(log, 'utf8') }
  }

  const step = async (label: string, work: () => Promise<{ tally: Tally; output: string }>) => {
    const tell = ({ tally }: { tally: Tally }) => describeTally(tally)
    // Once the run is cut short, nothing it could still say about the rest would be true.
    life.signal.throwIfAborted()
    const { tally, output } = await progress.during(label, () => work().catch(asFailure), tell)
    life.signal.throwIfAborted()
    total.passed += tally.passed
    total.failed += tally.failed
    total.skipped += tally.skipped
    if (tally.failed > 0) console.log(output.trimEnd())
  }

  return {
    check: (label, packageName, parameters, { command, env } = {}) =>
      step(label, async () => {
        const { code, output } = await run(programOf(packageName, command), parameters, env)
        return { tally: one(code === 0), output }
      }),

    tests: (label, packageName, { command, parameters, env, tally }) =>
      step(label, async () => {
        const file = join(folder, 'report.json')
        rmSync(file, { force: true })
        const { code, output } = await run(programOf(packageName, command), parameters(file), env?.(file))
        const counted = tally(readFileSync(file, 'utf8'))
        // A file that cannot even be loaded fails no test, and yet the run has failed.
        if (code !== 0 && counted.failed === 0) counted.failed = 1
        return { tally: counted, output }
      }),

    work: (label, work) =>
      step(label, async () => {
        await work()
        return { tally: one(true), output: '' }
      }),

    close() {
      console.log(`${total.passed} passed, ${total.failed} failed`)
      return total.failed === 0 ? 0 : 1
    },
  }
}

const one = (well: boolean): Tally => ({ passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 })

const asFailure = (error: unknown) => ({
  tally: one(false),
  output: error instanceof Error ? (error.stack ?? error.message) : String(error),
})

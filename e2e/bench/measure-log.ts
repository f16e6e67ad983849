import { runProgram } from './run-program.ts'

/** How long does a day of access log take, once Log Analytics has summed it up? */
export async function measureLog(): Promise<void> {
  console.log('Reading a day of five million log rows over 500 vaults …')
  await runProgram('./read-the-log.ts', [])
}

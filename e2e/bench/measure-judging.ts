import { runProgram } from './run-program.ts'

/** How long does judging take? In a process of its own, as judging is one thread's work and memory. */
export async function measureJudging(): Promise<void> {
  console.log('Judging about 100000 objects by all rules, on one core …')
  await runProgram('./judge.ts', [])
}

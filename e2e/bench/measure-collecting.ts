// How dear is reading through the SDK? The client is a process of its own: its memory and its time are not the stand-in's.
import { runProgram } from './run-program.ts'
import { type EstateSize, openStandInForBench } from './stand-in-for-bench.ts'

export async function measureCollecting(size: EstateSize): Promise<void> {
  console.log(`Collecting the secrets of ${size.vaults} vaults with about ${size.objectsPerVault} objects each …`)
  const standIn = await openStandInForBench(size, new Date('2026-11-20T02:15:00Z'))
  try {
    await runProgram('./collect.ts', [], standIn.environment)
  } finally {
    await standIn.close()
  }
}

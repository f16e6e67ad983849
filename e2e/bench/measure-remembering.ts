// How much does a snapshot write when little has changed? The real job in a process of its own, against the stand-in and a
// throw-away PostgreSQL: once over everything, once after one object in a hundred changed, once over the unchanged estate.
import { bytesWritten, type Written } from './bytes-written.ts'
import { changeOneInHundred } from './change-one-in-hundred.ts'
import { reportRemembering } from './report-remembering.ts'
import { runTheSnapshot } from './run-the-snapshot.ts'
import { type EstateSize, openStandInForBench } from './stand-in-for-bench.ts'
import { openThrowAwayDatabase } from './throw-away-database.ts'

const firstAt = new Date('2026-11-20T02:15:00Z')
const minutesLater = (minutes: number) => new Date(firstAt.getTime() + minutes * 60_000)

export async function measureRemembering(size: EstateSize): Promise<void> {
  console.log(`Remembering ${size.vaults} vaults with about ${size.objectsPerVault} objects each …`)
  const standIn = await openStandInForBench(size, firstAt)
  const database = await openThrowAwayDatabase()
  try {
    const take = async (what: string, at: Date): Promise<Written & { objects: number }> => {
      standIn.azure.clock.set(at)
      const from = await database.position()
      const { objects, seconds, rowsWritten, requests } = await runTheSnapshot(standIn, database.url, at)
      const to = await database.position()
      console.log(`  ${what}: ${objects} objects, ${requests} requests, ${rowsWritten} rows in ${seconds.toFixed(1)} s`)
      return { objects, ...(await bytesWritten(database, at, from, to)) }
    }
    const first = await take('the first snapshot', firstAt)
    const { rotated, edited, vaults } = changeOneInHundred(standIn.azure.organization, first.objects, minutesLater(5))
    const changed = `after ${rotated} rotations and ${edited} edited tags in ${vaults} vaults`
    const second = await take(changed, minutesLater(10))
    const third = await take('with nothing changed', minutesLater(20))
    reportRemembering({ first, second, third })
  } finally {
    await database.close()
    await standIn.close()
  }
}

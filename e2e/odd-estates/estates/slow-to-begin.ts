// One vault that was never read, and a way to keep a run that a worker has taken up from beginning.
import pg from 'pg'
import type { Arrangement } from '../arranging/stories-in.ts'
import { from } from './without-end.ts'

export type HeldBack = {
  /** Resolves when a worker has what was asked for. */
  isTakenUp(): Promise<boolean>
  letBegin(): Promise<void>
}

/** Runs can be held back once the estate is there. */
export function slowToBegin(): { estate: Arrangement; holdBack(): Promise<HeldBack> } {
  let databaseUrl: string | null = null
  return {
    estate: {
      async arrange({ azure, database }) {
        azure.azure.organization.amend({ kind: 'vault', from, vault: { name: 'kv-patient' }, objects: [] })
        databaseUrl = database.url
      },
    },
    async holdBack() {
      if (databaseUrl === null) throw new Error('the estate is not arranged yet')
      const client = new pg.Client({ connectionString: databaseUrl })
      await client.connect()
      // Pages go on reading it; the row of a new run has to wait.
      await client.query('begin; lock table snapshot in exclusive mode')
      return {
        async isTakenUp() {
          const { rowCount } = await client.query("select from pgboss.job where name = 'snapshot' and state = 'active'")
          return rowCount === 1
        },
        async letBegin() {
          await client.query('rollback')
          await client.end()
        },
      }
    },
  }
}

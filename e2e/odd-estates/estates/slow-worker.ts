// One vault, and ways to hold a worker back: before the run that it took up begins, and after it has ended.
import pg from 'pg'
import type { Arrangement } from '../arranging/stories-in.ts'
import { from } from './without-end.ts'

/** Works once the estate is there. Whoever holds lets go. */
export type Hold = { letGo(): Promise<void> }

export type SlowWorker = {
  estate: Arrangement
  /** A worker may take up what was asked for, and its run has to wait with its first row; pages go on reading. */
  holdBegin(): Promise<Hold>
  /** A worker that has one in hand cannot say that it is over. */
  holdEnd(): Promise<Hold>
  isTakenUp(): Promise<boolean>
}

const active = "from pgboss.job where name = 'snapshot' and state = 'active'"

export function slowWorker(): SlowWorker {
  let databaseUrl: string | null = null

  async function open() {
    if (databaseUrl === null) throw new Error('the estate is not arranged yet')
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    return client
  }
  async function hold(statement: string): Promise<Hold> {
    const client = await open()
    await client.query(`begin; ${statement}`)
    return {
      async letGo() {
        await client.query('rollback')
        await client.end()
      },
    }
  }
  return {
    estate: {
      async arrange({ azure, database }) {
        azure.azure.organization.amend({ kind: 'vault', from, vault: { name: 'kv-patient' }, objects: [] })
        databaseUrl = database.url
      },
    },
    holdBegin: () => hold('lock table snapshot in exclusive mode'),
    holdEnd: () => hold(`select ${active} for update`),
    async isTakenUp() {
      const client = await open()
      const { rowCount } = await client.query(`select ${active}`)
      await client.end()
      return rowCount === 1
    },
  }
}

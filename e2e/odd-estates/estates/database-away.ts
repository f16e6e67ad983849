// One vault, and a PostgreSQL of the story's own, which can be stopped while the app runs.
import { type OwnServer, openOwnServer } from '../../database/own-server.ts'
import type { Arrangement } from '../arranging/stories-in.ts'
import { from } from './without-end.ts'

export const theVault = 'kv-behind-it'

/** The server is there once the estate is. */
export function databaseAway(): { estate: Arrangement; server: () => OwnServer } {
  let server: OwnServer | null = null
  return {
    server() {
      if (server === null) throw new Error('the estate is not arranged yet')
      return server
    },
    estate: {
      async openDatabase() {
        const own = await openOwnServer()
        server = own
        const url = await own.freshDatabase('away')
        return { url, query: (statement) => own.command(url, statement), close: own.close }
      },
      async arrange({ azure, takeSnapshot }) {
        const vault = { name: theVault }
        azure.azure.organization.amend({ kind: 'vault', from, vault, objects: [{ name: 'smtp-password' }] })
        await takeSnapshot()
      },
    },
  }
}

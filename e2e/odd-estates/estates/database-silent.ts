// One vault, and a way to the database that can forget its connections while the app runs.
import { type ForgetfulLine, openForgetfulLine } from '../../database/forgetful-line.ts'
import { openOddDatabase } from '../arranging/a-database.ts'
import type { Arrangement } from '../arranging/stories-in.ts'
import { from } from './without-end.ts'

export const theVault = 'kv-far-away'

/** The line is there once the estate is. */
export function databaseSilent(): { estate: Arrangement; line: () => ForgetfulLine } {
  let opened: ForgetfulLine | null = null
  return {
    line() {
      if (opened === null) throw new Error('the estate is not arranged yet')
      return opened
    },
    estate: {
      async openDatabase() {
        const database = await openOddDatabase()
        const line = await openForgetfulLine(database.url)
        opened = line
        const close = async () => {
          await line.close()
          await database.close()
        }
        return { ...database, url: line.url, close }
      },
      async arrange({ azure, takeSnapshot }) {
        const vault = { name: theVault }
        azure.azure.organization.amend({ kind: 'vault', from, vault, objects: [{ name: 'smtp-password' }] })
        await takeSnapshot()
      },
    },
  }
}

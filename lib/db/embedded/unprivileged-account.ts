// Which account may run PostgreSQL? It refuses to run as root, so root lends it an account that already exists.
import { readFileSync } from 'node:fs'
import { DatabaseError } from '../database-error.ts'

export type Account = { name: string; uid: number; gid: number }

/** The account PostgreSQL is to run as; null means "as we are". */
export function findUnprivilegedAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const account = accountIn(readFileSync('/etc/passwd', 'utf8'))
  if (account) return account
  throw new DatabaseError(
    'PostgreSQL does not run as root, and this machine has neither an account "postgres" nor "nobody": start Kempt as an ordinary user, or set DATABASE_URL.',
  )
}

/** "postgres" before "nobody", because nobody may own other daemons' processes too. */
export function accountIn(passwd: string): Account | null {
  const accounts = passwd.split('\n').map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([accountName]) => accountName === name) ?? []
    if (uid !== undefined && gid !== undefined) return { name, uid: Number(uid), gid: Number(gid) }
  }
  return null
}

import { expect, test } from 'vitest'
import { accountIn } from './unprivileged-account.ts'

const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin'

test('the account "postgres" is preferred to "nobody"', () => {
  const passwd = `root:x:0:0:root:/root:/bin/bash\n${nobody}\npostgres:x:101:104::/var/lib/postgresql:/bin/bash\n`
  expect(accountIn(passwd)).toEqual({ name: 'postgres', uid: 101, gid: 104 })
})

test('"nobody" will do, and without either there is none', () => {
  expect(accountIn(`${nobody}\n`)).toEqual({ name: 'nobody', uid: 65534, gid: 65534 })
  expect(accountIn('root:x:0:0:root:/root:/bin/bash\n')).toBe(null)
})

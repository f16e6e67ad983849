import { expect, test } from 'vitest'
import { freshDatabaseUrl } from '#e2e/database/fresh-database.ts'
import { isSessionLockHeld, takeSessionLock } from './session-lock.ts'

test.each([7, 0x6b656d70, 0x1_0000_0007])(
  'whether anybody holds lock %i can be seen without trying it',
  async (key) => {
    const [url, anotherUrl] = [await freshDatabaseUrl(), await freshDatabaseUrl()]
    expect(await isSessionLockHeld(url, key)).toBe(false)
    const lock = await takeSessionLock(url, key)
    expect(await isSessionLockHeld(url, key)).toBe(true)
    expect(await isSessionLockHeld(url, key + 1)).toBe(false)
    expect(await isSessionLockHeld(anotherUrl, key)).toBe(false)
    expect(await takeSessionLock(url, key)).toBeNull()
    await lock?.release()
    const again = await takeSessionLock(url, key)
    expect(again).not.toBeNull()
    await again?.release()
  },
)

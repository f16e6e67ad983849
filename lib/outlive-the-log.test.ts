// A process that really loses whoever reads what it says.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'

/** Runs a program that speaks, is no longer listened to and speaks on; answers how it ended and how many faults it met. */
async function talkToNobody(program: string): Promise<{ code: number | null; faults: unknown }> {
  const talker = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { setImmediate as turn } from 'node:timers/promises'
       import { outliveTheLog } from '${import.meta.dirname}/outlive-the-log.ts'
       const speak = () => { console.log('a line'); console.error('and one more') }
       let faults = 0
       process.on('uncaughtException', () => { faults += 1 })
       ${program}
       process.once('message', async () => {
         for (let line = 0; line < 100; line++) { speak(); await turn() }
         process.send(faults, () => process.exit(0))
       })
       speak()`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: { NODE_ENV: process.env.NODE_ENV } },
  )
  const heard = talker.stdio.slice(1, 3).filter((stream) => stream instanceof Readable)
  await Promise.all(heard.map((stream) => once(stream, 'data')))
  for (const stream of heard) stream.destroy()
  const ended = Promise.all([once(talker, 'message'), once(talker, 'exit')])
  talker.send('speak on')
  const [[faults], [code]] = await ended
  return { code, faults }
}

test('a process whose log nobody reads any more goes on without a fault', async () => {
  expect(await talkToNobody('outliveTheLog()')).toEqual({ code: 0, faults: 0 })
})

test('without it, every line would be one', async () => {
  expect(await talkToNobody('')).toMatchObject({ faults: expect.toSatisfy((faults) => Number(faults) > 0) })
})

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createProgress } from './progress.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function screen(isTTY: boolean) {
  const written: string[] = []
  return { written, isTTY, columns: 40, write: (text: string) => written.push(text) }
}

const longStep = (milliseconds: number) => new Promise<void>((settle) => setTimeout(settle, milliseconds))

test('in a log a short step is one line', async () => {
  const output = screen(false)
  await createProgress(output).during('Starting the database', async () => {})
  expect(output.written).toEqual(['Starting the database: done (0.0 s)\n'])
})

test('in a log a long step says that it is at work, then what is new, and now and then that it goes on', async () => {
  const output = screen(false)
  const step = createProgress(output).during('History', async (say) => {
    await longStep(5000)
    say('day 1 of 2')
    await longStep(5000)
    say('day 2 of 2')
    await longStep(8500)
  })
  await vi.advanceTimersByTimeAsync(18_500)
  await step
  expect(output.written).toEqual([
    'History … 2.0 s\n',
    'History … day 1 of 2\n',
    'History … day 2 of 2\n',
    'History … day 2 of 2\n',
    'History: done (18.5 s)\n',
  ])
})

test('on a terminal it is one line that moves and never wraps', async () => {
  const output = screen(true)
  const step = createProgress(output).during('History', async (say) => {
    say('a detail that is much longer than the terminal')
    await longStep(300)
  })
  await vi.advanceTimersByTimeAsync(300)
  await step
  expect(output.written).toEqual([
    '\r\x1b[2KHistory … a detail that is much longer ',
    '\r\x1b[2KHistory: done (0.3 s)\n',
  ])
})

test('a step that fails is told and fails', async () => {
  const output = screen(false)
  const step = createProgress(output).during('Building', () => Promise.reject(new Error('no')))
  await expect(step).rejects.toThrow('no')
  expect(output.written).toEqual(['Building: failed (0.0 s)\n'])
})

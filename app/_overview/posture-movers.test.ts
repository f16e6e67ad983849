import { expect, test } from 'vitest'
import { postureMove, signedPoints } from './posture-movers.ts'

const rule = (ruleId: string, weight: number, before: [number, number], now: [number, number]) => ({
  ruleId,
  failing: ruleId,
  severity: 'high' as const,
  weight,
  passBefore: before[0],
  failBefore: before[1],
  pass: now[0],
  fail: now[1],
  unknown: 0,
  waived: 0,
})

test('the points of the rules add up to the move of posture', () => {
  const rules = [rule('better', 5, [5, 5], [8, 2]), rule('worse', 5, [10, 0], [9, 1]), rule('same', 2, [1, 1], [1, 1])]
  const { now, before, movers } = postureMove(rules)
  const moved = movers.reduce((sum, mover) => sum + mover.by, 0)
  expect((now ?? 0) - (before ?? 0)).toBeCloseTo(moved, 10)
  expect(movers.map((mover) => mover.ruleId)).toEqual(['better', 'worse'])
})

test('a rule that cannot be decided any more moves nothing', () => {
  const { movers } = postureMove([rule('unread', 5, [1, 9], [0, 0]), rule('kept', 5, [9, 1], [9, 1])])
  expect(movers).toEqual([])
})

test('nothing decided is not a posture of zero', () => {
  expect(postureMove([rule('unread', 5, [0, 0], [0, 0])])).toEqual({ now: null, before: null, movers: [] })
})

test('points carry their sign, and none when there is no move to see', () => {
  expect([0.0213, -0.004, 0.0002, 0].map(signedPoints)).toEqual(['+2.1', '−0.4', '±0.0', '±0.0'])
})

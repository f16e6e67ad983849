import { expect, test } from 'vitest'
import { createBuckets } from './token-bucket.ts'

const start = new Date('2026-11-23T06:15:00Z').getTime()
const after = (seconds: number) => new Date(start + seconds * 1000)
const rate = { perMinute: 60, burst: 5 }

test('so many at once, then as many as the minute gives, evenly', () => {
  const buckets = createBuckets()
  const at = (seconds: number) => buckets.take('ana', rate, after(seconds))
  expect([0, 0, 0, 0, 0].map(at)).toEqual([0, 0, 0, 0, 0])
  expect(at(0)).toBe(1)
  expect(at(0.5)).toBe(1)
  expect(at(1)).toBe(0)
  expect(at(1)).toBe(1)
  // An hour of rest gives no more than a full bucket.
  expect([3600, 3600, 3600, 3600, 3600, 3600].map(at)).toEqual([0, 0, 0, 0, 0, 1])
})

test('who is told to wait so long is let through then', () => {
  const buckets = createBuckets()
  const slow = { perMinute: 0.5, burst: 1 }
  expect(buckets.take('ana', slow, after(0))).toBe(0)
  expect(buckets.take('ana', slow, after(30))).toBe(90)
  expect(buckets.take('ana', slow, after(120))).toBe(0)
})

test('asking while one has to wait makes nobody wait longer', () => {
  const buckets = createBuckets()
  for (let asked = 0; asked < 100; asked += 1) buckets.take('ana', rate, after(0))
  expect(buckets.take('ana', rate, after(1))).toBe(0)
})

test('one who does much takes nothing from another', () => {
  const buckets = createBuckets()
  for (let asked = 0; asked < 100; asked += 1) buckets.take('ana', rate, after(0))
  expect(buckets.take('lea', rate, after(0))).toBe(0)
})

test('a clock that is set back gives nothing away, and takes nothing', () => {
  const buckets = createBuckets()
  for (let asked = 0; asked < 5; asked += 1) buckets.take('ana', rate, after(60))
  expect(buckets.take('ana', rate, after(0))).toBe(1)
  expect(buckets.take('ana', rate, after(61))).toBe(0)
})

test('a flood of keys is forgotten from its oldest on, and who keeps asking stays known', () => {
  const buckets = createBuckets(100)
  const once = { perMinute: 1, burst: 1 }
  for (let other = 0; other < 1000; other += 1) {
    buckets.take('ana', once, after(0))
    buckets.take(`other-${other}`, once, after(0))
  }
  expect(buckets.take('ana', once, after(0))).toBe(60)
  expect(buckets.take('other-0', once, after(0))).toBe(0)
})

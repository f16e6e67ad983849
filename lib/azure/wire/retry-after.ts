import type { HttpHeaders } from '@azure/core-rest-pipeline'

const number = (text: string | undefined): number | null => {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && value >= 0 ? value : null
}

/**
 * How long an answer asks to wait, in milliseconds, in any form Azure uses; null when it does not say.
 * An HTTP date is read against the answer's own Date header, so that no clock of ours is involved.
 */
export function retryAfterMs(headers: HttpHeaders): number | null {
  const inMs = number(headers.get('retry-after-ms')) ?? number(headers.get('x-ms-retry-after-ms'))
  if (inMs !== null) return inMs
  const text = headers.get('retry-after')
  const seconds = number(text)
  if (seconds !== null) return seconds * 1000
  if (text !== undefined) {
    const distance = Date.parse(text) - Date.parse(headers.get('date') ?? '')
    if (Number.isFinite(distance)) return Math.max(0, distance)
  }
  return quotaResetsAfterMs(headers)
}

/** Resource Graph's quota: milliseconds until it is full again, from `hh:mm:ss`; null when the header is missing. */
export function quotaResetsAfterMs(headers: HttpHeaders): number | null {
  const parts = /^(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(headers.get('x-ms-user-quota-resets-after') ?? '')
  if (!parts) return null
  const [, hours, minutes, seconds] = parts
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000
}

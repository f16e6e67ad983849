// Thresholds that are at odds with each other: whoever obeys the one fails the other, or the one never decides.
import type { ThresholdName, Thresholds } from './thresholds.ts'

export type Contradiction = {
  severity: 'impossible' | 'pointless'
  sentence: string
  thresholds: readonly ThresholdName[]
}

const daysInMonth = 365.25 / 12

/** One sentence for each two or three thresholds that are at odds. None for the defaults. */
export function contradictionsIn(thresholds: Thresholds): Contradiction[] {
  return [nearAndValid, nearAndCertificate, rotationAndValid, graceAndRotation].flatMap(
    (check) => check(thresholds) ?? [],
  )
}

function nearAndValid({ nearExpiryDays, secretValidityDays }: Thresholds): Contradiction | null {
  if (nearExpiryDays < secretValidityDays) return null
  return {
    severity: 'impossible',
    sentence: `A secret may be valid for at most ${days(secretValidityDays)}, and counts as near its expiry ${days(nearExpiryDays)} before it: one that obeys the first fails the second from its first day.`,
    thresholds: ['secretValidityDays', 'nearExpiryDays'],
  }
}

function nearAndCertificate({ nearExpiryDays, certificateValidityMonths }: Thresholds): Contradiction | null {
  const validDays = Math.round(certificateValidityMonths * daysInMonth)
  if (nearExpiryDays < validDays) return null
  const months = `${certificateValidityMonths} ${certificateValidityMonths === 1 ? 'month' : 'months'}`
  return {
    severity: 'impossible',
    sentence: `A certificate may be valid for at most ${months}, about ${days(validDays)}, and counts as near its expiry ${days(nearExpiryDays)} before it: one that obeys the first fails the second from its first day.`,
    thresholds: ['certificateValidityMonths', 'nearExpiryDays'],
  }
}

function rotationAndValid({ rotationDays, secretValidityDays, nearExpiryDays }: Thresholds): Contradiction | null {
  if (rotationDays > secretValidityDays) {
    return {
      severity: 'pointless',
      sentence: `A secret is to be rotated within ${days(rotationDays)}, but may be valid for at most ${days(secretValidityDays)}: it expires before its rotation is due.`,
      thresholds: ['rotationDays', 'secretValidityDays'],
    }
  }
  const quietDays = secretValidityDays - nearExpiryDays
  // Where none is left, that is told already.
  if (quietDays <= 0 || rotationDays <= quietDays) return null
  return {
    severity: 'pointless',
    sentence: `A secret that is valid for ${days(secretValidityDays)} counts as near its expiry from day ${quietDays} on, so the ${days(rotationDays)} for its rotation never decide: by then it fails already.`,
    thresholds: ['rotationDays', 'secretValidityDays', 'nearExpiryDays'],
  }
}

function graceAndRotation({ oldVersionGraceDays, rotationDays }: Thresholds): Contradiction | null {
  if (oldVersionGraceDays < rotationDays) return null
  return {
    severity: 'pointless',
    sentence: `An older version may stay enabled for ${days(oldVersionGraceDays)}, but the next rotation is due within ${days(rotationDays)}: it is judged only when the version after it is due to be replaced as well.`,
    thresholds: ['oldVersionGraceDays', 'rotationDays'],
  }
}

const days = (value: number) => `${value} ${value === 1 ? 'day' : 'days'}`

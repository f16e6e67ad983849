/**
 * The same day and hour a number of months later, by the calendar in UTC. Where the month is too short for the day it is
 * the month's last: a year after 29 February is 28 February.
 */
export function addMonths(at: Date, months: number): Date {
  const later = new Date(at)
  later.setUTCMonth(later.getUTCMonth() + months)
  // Too late a day runs over into the next month; day 0 of that one is the last of the month meant.
  if (later.getUTCDate() !== at.getUTCDate()) later.setUTCDate(0)
  return later
}

import { isoDate } from '#lib/format/date.ts'

/** The list of everything enabled that expires on the days `[fromOn, toOn)`, whether anything is found about it or not. */
export const expiringHref = ({ fromOn, toOn }: { fromOn: Date; toOn: Date }) =>
  `/findings?status=all&enabled=yes&expires=${isoDate(fromOn)}..${isoDate(toOn)}`

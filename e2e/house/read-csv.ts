// A file as somebody else reads it: by the CSV parser of another author, which refuses what is not whole.
import { parse } from 'csv-parse/sync'

/** The rows of a CSV file (RFC 4180) by the names in its first line. Throws when a row has not as many cells as that line. */
export const readCsv = (text: string): Record<string, string>[] => parse(text, { columns: true })

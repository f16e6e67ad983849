// The values that decided a verdict, under names a person can read.
import { DefinitionList } from '#components/ui/definition-list.tsx'
import type { Facts } from '#lib/domain/verdict.ts'
import { utcInstant } from '#lib/format/date.ts'
import { count } from '#lib/format/number.ts'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

export function FactList({ facts }: { facts: Facts }) {
  return (
    <DefinitionList
      items={Object.entries(facts).map(([name, value]) => ({ term: termOf(name), value: textOf(value) }))}
    />
  )
}

/** "expiresAt" is "Expires at". */
const termOf = (name: string) => {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function textOf(value: Facts[string] | undefined): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return count(value)
  if (typeof value === 'string') return instant.test(value) ? utcInstant(new Date(value)) : value
  return value.length === 0 ? 'none' : value.join(', ')
}

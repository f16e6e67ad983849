// What differs between two states of an object that follow each other.
import type { Tags } from '#lib/domain/tags.ts'
import type { ChangeKind } from '../changes/change-filter.ts'
import type { FieldChange } from '../changes/change-row.ts'

export type SeenState = {
  validFrom: Date
  validTo: Date | null
  enabled: boolean
  notBeforeAt: Date | null
  expiresAt: Date | null
  createdAt: Date
  contentType: string | null
  tags: Tags
}

export type ObjectChange = {
  /** The snapshot that first saw it so. */
  seenAt: Date
  change: Extract<ChangeKind, 'gone' | 'recovered' | 'rotated' | 'extended' | 'edited'>
  fields: FieldChange[]
}

/** `states` of one object in order of time, up to `at`; the latest change comes first. That it was first seen is no change. */
export function stateChanges(states: readonly SeenState[], at: Date): ObjectChange[] {
  const changes = states.flatMap((state, index): ObjectChange[] => {
    const before = states[index - 1]
    const next = states[index + 1]
    const isLeft =
      state.validTo !== null && state.validTo <= at && state.validTo.getTime() !== next?.validFrom.getTime()
    const left: ObjectChange[] = isLeft && state.validTo ? [{ seenAt: state.validTo, change: 'gone', fields: [] }] : []
    return [...(before ? between(before, state) : []), ...left]
  })
  return changes.reverse()
}

function between(before: SeenState, after: SeenState): ObjectChange[] {
  const fields = fieldsBetween(before, after)
  const seenAt = after.validFrom
  if (before.validTo?.getTime() !== seenAt.getTime()) return [{ seenAt, change: 'recovered', fields }]
  if (before.createdAt.getTime() !== after.createdAt.getTime()) return [{ seenAt, change: 'rotated', fields }]
  const isExtension = ({ field }: FieldChange) =>
    field === 'expires' && before.expiresAt !== null && after.expiresAt !== null && after.expiresAt > before.expiresAt
  const [extended, edited] = [fields.filter(isExtension), fields.filter((field) => !isExtension(field))]
  return [
    ...(edited.length > 0 ? [{ seenAt, change: 'edited' as const, fields: edited }] : []),
    ...(extended.length > 0 ? [{ seenAt, change: 'extended' as const, fields: extended }] : []),
  ]
}

function fieldsBetween(before: SeenState, after: SeenState): FieldChange[] {
  const text = (date: Date | null) => date?.toISOString() ?? null
  const attributes: FieldChange[] = [
    { field: 'version', name: null, before: text(before.createdAt), after: text(after.createdAt) },
    { field: 'enabled', name: null, before: before.enabled, after: after.enabled },
    { field: 'not-before', name: null, before: text(before.notBeforeAt), after: text(after.notBeforeAt) },
    { field: 'expires', name: null, before: text(before.expiresAt), after: text(after.expiresAt) },
    { field: 'content-type', name: null, before: before.contentType, after: after.contentType },
  ]
  const tagNames = [...new Set([...Object.keys(before.tags), ...Object.keys(after.tags)])].sort()
  const tags = tagNames.map((name) => ({
    field: 'tag',
    name,
    before: before.tags[name] ?? null,
    after: after.tags[name] ?? null,
  }))
  return [...attributes, ...tags].filter((field) => field.before !== field.after)
}

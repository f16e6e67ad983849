// What the audit log keeps of a change to waivers: which they are, what they are about, and under which rules.
import type { ChangedWaiver } from '#lib/commands/change-waivers.ts'

export function auditOfWaivers(waivers: readonly ChangedWaiver[]): { subject: string; detail: Record<string, string> } {
  const [first] = waivers
  const each = (of: (waiver: ChangedWaiver) => string | number) => [...new Set(waivers.map(of))].join(', ')
  return {
    subject: waivers.length === 1 && first ? first.subject : `${waivers.length} waivers`,
    detail: {
      waivers: each(({ id }) => id),
      batches: each(({ batch }) => batch),
      rules: each(({ ruleId }) => ruleId),
      subjects: each(({ subject }) => subject),
    },
  }
}

// Who visits, and what a lead among them could have waived.
import { z } from 'zod'
import { signIn } from './a-visitor.ts'
import type { LivedInKempt } from './a-lived-in-kempt.ts'
import type { RunningKempt } from './running-kempt.ts'

const exported = z.array(z.object({ key: z.string(), finding_rule_ids: z.string() }))

export async function visitorsOf({ url, people }: LivedInKempt, { origin }: RunningKempt) {
  const withRole = (role: string) => {
    const person = people.find(({ roles }) => roles.includes(role as never))
    if (!person) throw new Error(`Nobody has the role ${role}.`)
    return person.objectId
  }
  const lead = await signIn(origin, url, withRole('Kempt.Lead'))
  const readers = [
    await signIn(origin, url, withRole('Kempt.Reader')),
    await signIn(origin, url, withRole('Kempt.Owner')),
  ]
  const rows = exported.parse(JSON.parse((await lead.gets(origin, '/findings/export.json')).text))
  const findings = rows.flatMap(({ key, finding_rule_ids: rules }) =>
    rules.split(';').map((rule) => ({ row: key, rule: rule.trim() })),
  )
  return { lead, readers, findings, sessions: [lead, ...readers].map(({ session }) => session) }
}

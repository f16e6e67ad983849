import { addDays, isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { clocksDisagree } from './clocks-disagree.ts'
import { newSecretVersionCommand } from './command-words.ts'
import { fail, notApplicable, pass } from './decision.ts'
import { defineRule } from './rule.ts'

export default defineRule({
  id: 'secret-overdue-for-rotation',
  title: 'Secrets are rotated in time',
  failing: 'Secret is overdue for rotation',
  area: 'Rotation',
  subject: 'secret',
  severity: 'high',
  why: 'A credential leaks silently: into a log, a laptop, a former colleague. Rotation is what ends the use of a copy that nobody knows about, and only as often as it happens.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > New version',
    cli: (names) => newSecretVersionCommand(names),
    bicep: null,
    note: 'Make the new credential at the system it opens first, and see who reads the secret: they must pick up the new version. Editing tags or dates is not a rotation.',
  },
  needs: [],
  consults: [],
  thresholds: ['rotationDays'],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'Rotate your secrets often: at least every 60 days.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: ['e8d99835-8a06-45ae-a8e0-87a91941ccfe'], cis: [], mcsb: ['DP-6'] },

  check({ secret }, { thresholds, now }) {
    const { enabled, createdAt } = secret
    if (!enabled) return notApplicable('The secret is disabled.')
    const aside = certificateDecides(secret) ?? clocksDisagree('the current version', createdAt, now)
    if (aside) return aside
    const made = isoDate(createdAt)
    const dueAt = addDays(createdAt, thresholds.rotationDays)
    const facts = {
      createdAt: createdAt.toISOString(),
      dueAt: dueAt.toISOString(),
      rotationDays: thresholds.rotationDays,
    }
    return dueAt <= now
      ? fail(`Last rotated on ${made}; the next rotation was due on ${isoDate(dueAt)}.`, facts)
      : pass(`Last rotated on ${made}; the next rotation is due on ${isoDate(dueAt)}.`, facts)
  },
})

import { observedOf } from '#lib/domain/evidence.ts'
import { addDays, isoDate, utcInstant } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { clocksDisagree } from './clocks-disagree.ts'
import { newSecretVersionCommand } from './command-words.ts'
import { decideSeen } from './decide-seen.ts'
import { fail, notApplicable, pass, unknown } from './decision.ts'
import { defineRule } from './rule.ts'

// Whoever makes a secret and gives it its tags and dates in a second call does so at once.
const editGraceMs = 60_000

// With a snapshot a day, a version is seen within a day of its making.
const firstSightDays = 1

export default defineRule({
  id: 'expiry-extended-without-rotation',
  title: 'An expiry is moved by rotating',
  failing: 'Expiry was moved without rotating',
  area: 'Rotation',
  subject: 'secret',
  severity: 'medium',
  why: 'Moving the date silences the reminder and leaves the credential as it was: just as old, and in as many hands. It is how a secret of sixty days comes to live for years while everything looks in order.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > New version, with an expiration date of its own',
    cli: (names) => newSecretVersionCommand(names),
    bicep: null,
    note: 'Make the new credential at the system it opens first, and see who reads the secret. Moving the date back does not end this finding, unless it is moved to the first one.',
  },
  needs: [],
  consults: ['history'],
  thresholds: [],
  source: {
    page: 'Best practices for secrets management in Key Vault',
    sentence: 'Rotate your secrets often: at least every 60 days.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/secrets-best-practices',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['DP-6'] },

  check({ secret, history }, { now }) {
    const { enabled, createdAt, updatedAt, expiresAt } = secret
    if (!enabled) return notApplicable('The secret is disabled.')
    if (!expiresAt) return notApplicable('The secret has no expiry date.')
    const aside = certificateDecides(secret) ?? clocksDisagree('the current version', createdAt, now)
    if (aside) return aside
    return decideSeen('history', observedOf(history, secret), ({ seenFirstAt, earliestExpiresAt }) => {
      const [made, edited, seen] = [isoDate(createdAt), isoDate(updatedAt), isoDate(seenFirstAt)]
      const facts = {
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        earliestExpiresAt: earliestExpiresAt?.toISOString() ?? null,
      }
      if (earliestExpiresAt && earliestExpiresAt < expiresAt) {
        const shown = isoDate(earliestExpiresAt) === isoDate(expiresAt) ? utcInstant : isoDate
        const moved = `Its expiry was moved from ${shown(earliestExpiresAt)} to ${shown(expiresAt)}`
        return fail(`${moved}, and its version is still the one made on ${made}.`, facts)
      }
      if (seenFirstAt <= addDays(createdAt, firstSightDays)) {
        return pass(`Made on ${made} and never seen with an earlier expiry since.`, facts)
      }
      if (updatedAt < createdAt) {
        return unknown({
          code: 'malformed-answer',
          detail: `Azure dates the last edit ${edited}, before the current version was made on ${made}.`,
        })
      }
      if (updatedAt.getTime() - createdAt.getTime() <= editGraceMs)
        return pass(`Not edited since it was made on ${made}.`, facts)
      return unknown({
        code: 'not-asked',
        detail: `Made on ${made}, edited last on ${edited}, and seen by Kempt only from ${seen} on: its expiry may have been moved before.`,
      })
    })
  },
})

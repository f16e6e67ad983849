import { observedOf } from '#lib/domain/evidence.ts'
import { addDays, isoDate } from '#lib/format/date.ts'
import { certificateDecides } from './certificate-decides.ts'
import { secretWords } from './command-words.ts'
import { decideSeen } from './decide-seen.ts'
import { fail, pass } from './decision.ts'
import { listInDoubt, newestOf, replacedVersions } from './replaced-versions.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'

// That the current version is disabled, or an older one expired, changes nothing: whoever names an enabled version gets it.
export default defineRule({
  id: 'old-version-still-enabled',
  title: 'Older versions of a secret are disabled once callers have moved',
  failing: 'Older version is still enabled',
  area: 'Rotation',
  subject: 'secret',
  severity: 'medium',
  why: 'A rotation takes nothing away by itself: whoever names an older version still gets it, past its expiry too and even when the current one is disabled. Only disabling it shows that everybody has moved, and lets the old credential be revoked without a surprise.',
  fix: {
    portal: 'Key vault > Objects > Secrets > the secret > the older version > Enabled: No',
    cli: (names) =>
      [
        '# The ids of the versions that are enabled; the newest stays so:',
        `# az keyvault secret list-versions ${secretWords(names)} --query '[?attributes.enabled].[attributes.created,id]' --output tsv`,
        '# Once for each older one:',
        `az keyvault secret set-attributes ${secretWords(names)} --version '<version>' --enabled false`,
      ].join('\n'),
    bicep: null,
    note: 'See first that nobody reads that version any more. Disabled it can be enabled again at once, should somebody miss it; then revoke the old credential at the system it opens.',
  },
  needs: [],
  consults: ['versions'],
  thresholds: ['oldVersionGraceDays'],
  source: {
    page: 'About Azure Key Vault secrets',
    sentence:
      'Every version has an address and attributes of its own, and is read as long as it is enabled, whatever its dates say.',
    url: 'https://learn.microsoft.com/azure/key-vault/secrets/about-secrets',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['DP-6'] },

  check({ secret, versions }, { thresholds: { oldVersionGraceDays }, now }) {
    const aside = certificateDecides(secret)
    if (aside) return aside
    return decideSeen('versions', observedOf(versions, secret), (listed, wholly) => {
      const doubt = listInDoubt(secret, listed, wholly, now)
      if (doubt) return doubt
      const replaced = replacedVersions(secret, listed)
      const enabled = replaced.filter(({ version }) => version.enabled)
      const [first] = enabled
      if (!first) {
        const newestAt = newestOf(secret, listed)
        const alike = listed.filter(({ createdAt }) => createdAt.getTime() === newestAt.getTime()).length
        // Nothing tells which of them callers get; disabling the wrong one would lock everybody out.
        if (alike > 1) {
          const others = replaced.length > 0 ? '; its older ones are disabled' : ''
          return pass(
            `Its ${alike} newest versions were made in the same second, on ${isoDate(newestAt)}: none came later, so none counts as old${others}.`,
          )
        }
        return pass(replaced.length > 0 ? 'All its older versions are disabled.' : 'Has one version only.')
      }

      const ids = enabled.map(({ id }) => id)
      const one = ids.length === 1
      const what = `Its older ${one ? 'version' : 'versions'} ${shortList(ids)}`
      const since = `${one ? 'it' : 'the first'} was replaced on ${isoDate(first.replacedAt)}`
      const graceEndsAt = addDays(first.replacedAt, oldVersionGraceDays)
      // All of them, those within their days of grace too: else the words would change on a day on which nothing does.
      const oldVersions = enabled.map(({ id, replacedAt }) => `${id} since ${isoDate(replacedAt)}`)
      const facts = { oldVersions, oldVersionGraceDays, graceEndsAt: graceEndsAt.toISOString() }
      if (graceEndsAt < now) return fail(`${what} ${one ? 'is' : 'are'} still enabled; ${since}.`, facts)
      return pass(`${what} may stay enabled until ${isoDate(graceEndsAt)}; ${since}.`, facts)
    })
  },
})

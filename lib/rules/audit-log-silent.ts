import type { AccessLog } from '#lib/domain/evidence.ts'
import { logDelayDays } from '#lib/domain/log-allowance.ts'
import type { Observed } from '#lib/domain/observed.ts'
import { addDays, dayMs, isoDate } from '#lib/format/date.ts'
import { hasDestination, logsReads, settingNames } from './audit-settings.ts'
import { vaultIdWord } from './command-words.ts'
import { decideSeen } from './decide-seen.ts'
import { type Decision, fail, notApplicable, pass, unknown } from './decision.ts'
import { cutOff, isBehind, notLogged, unreadLog } from './log-window.ts'
import { defineRule } from './rule.ts'
import { shortList } from './short-list.ts'

// Kempt calls every vault, so its own calls are the probe: a log that does not show them has lost them. Their date is left
// out of the words, for it is another one every day.
export default defineRule({
  id: 'audit-log-silent',
  title: 'The audit log of every vault arrives',
  failing: 'Audit log does not arrive',
  area: 'Monitoring',
  subject: 'vault',
  severity: 'high',
  why: 'The setting says that reads are logged, and every check that looks at settings is content. But nothing arrives: after a leak there is nothing to look at, and until then nobody knows.',
  fix: {
    portal:
      'Key vault > Monitoring > Diagnostic settings > the setting: see that its workspace still exists; delete it and add it anew',
    cli: (names) =>
      [
        '# Where it is sent to. Does that workspace exist, has it reached its daily cap, does a rule of it drop the rows?',
        `az monitor diagnostic-settings list --resource ${vaultIdWord(names)}`,
      ].join('\n'),
    bicep: null,
    note: 'A setting survives its workspace and does not complain. One that looks right and sends nothing works again once it is deleted and made anew; the first rows take some minutes, and Kempt believes them after the next snapshot.',
  },
  needs: ['diagnostics'],
  consults: ['accessLog', 'ownCalls'],
  thresholds: [],
  source: {
    page: 'Azure Key Vault logging',
    sentence: 'What was done with a vault can be seen in its log ten minutes later at the latest.',
    url: 'https://learn.microsoft.com/azure/key-vault/general/logging',
  },
  controls: { azurePolicy: [], cis: [], mcsb: ['LT-3', 'DP-8'] },

  check({ diagnostics, accessLog, ownCalls }, { now }) {
    const auditing = diagnostics.filter((setting) => logsReads(setting) && hasDestination(setting))
    if (auditing.length === 0) return notApplicable('No setting sends its audit log.')
    const settings = settingNames(auditing.filter(({ workspaceId }) => workspaceId))
    if (settings.length === 0) {
      return notLogged('Its audit log goes to a storage account or an event hub: Kempt looks into workspaces only.')
    }
    const one = settings.length === 1
    const sends = `The ${one ? 'setting' : 'settings'} ${shortList(settings)} ${one ? 'sends' : 'send'} its audit log`
    return decideSeen('ownCalls', ownCalls, ({ madeAt }) => {
      if (accessLog.status !== 'not') return arrived(accessLog, madeAt, { sends, settings, now })
      if (accessLog.reason.code !== 'log-silent') return unreadLog(accessLog)
      if (madeAt) return fail(`${sends}, yet nothing of it ever arrived, not even Kempt's own calls.`, { settings })
      const words = `${sends}, and nothing of it arrived yet; no call of Kempt is so old that it had to.`
      return unknown(accessLog.reason, words)
    })
  },
})

type Told = { sends: string; settings: readonly string[]; now: Date }

/** Rows arrived once: do they still? */
function arrived(
  accessLog: Exclude<Observed<AccessLog>, { status: 'not' }>,
  madeAt: Date | null,
  { sends, settings, now }: Told,
): Decision {
  const { lastRowAt, lastOwnCallAt, coveredUntilAt } = accessLog.value
  const last = isoDate(lastRowAt)
  if (!madeAt) {
    if (lastRowAt >= addDays(now, -logDelayDays)) return pass('Its audit log arrives.')
    const words = `${sends}; its last row is of ${last}, and no call of Kempt is so old that it had to follow.`
    return cutOff(accessLog) ?? notLogged(words)
  }
  // By day: the log is summed up in days, and a run may reach the vault hours after it began.
  const dueAt = new Date(Math.floor(madeAt.getTime() / dayMs) * dayMs)
  if (lastOwnCallAt && lastOwnCallAt >= dueAt) return pass("Its audit log arrives: Kempt's own calls are in it.")
  const cut = cutOff(accessLog)
  if (cut) return cut
  if (lastRowAt >= dueAt) {
    return notLogged(
      `${sends}, and rows arrive, but Kempt's own calls are not among them: a part is missing, or Kempt signs in as somebody else.`,
    )
  }
  if (isBehind(accessLog.value, now)) {
    return notLogged(`${sends}; its last row is of ${last}, but it was read up to ${isoDate(coveredUntilAt)} only.`)
  }
  const facts = { settings, lastRowAt: lastRowAt.toISOString() }
  return fail(`${sends}, yet nothing of it has arrived since ${last}, not even Kempt's own calls.`, facts)
}

import { notRead, partlyRead, read } from '#lib/domain/observed.ts'
import { aDiagnosticSetting } from './a-diagnostic-setting.ts'
import { anAccessLog } from './an-access-log.ts'
import type { Example } from './example.ts'
import { daysAgo, inDays } from './now.ts'

// Kempt called the vault on 2026-11-20, unless it is said otherwise, and a row of its own is of the 22nd.
const madeAt = (at: Date | null) => read({ madeAt: at })
const silent = notRead('log-silent', 'no row of kv-shop has arrived in its workspace yet')
const elsewhere = aDiagnosticSetting({ workspaceId: null, storageAccountId: '/subscriptions/s/…/logs' })
const cut = { code: 'timed-out', detail: 'the query ended early' } as const
const stopped = { lastRowAt: new Date('2026-11-10T12:00:00Z'), lastOwnCallAt: new Date('2026-11-10T05:00:00Z') }

export const examples: readonly Example[] = [
  {
    says: 'a log that shows what Kempt did arrives',
    given: {},
    verdict: 'pass',
    because: "Its audit log arrives: Kempt's own calls are in it.",
  },
  {
    says: 'so does one that shows them earlier that day: a snapshot takes hours',
    given: {
      ownCalls: madeAt(new Date('2026-11-20T06:00:00Z')),
      accessLog: read(anAccessLog({ lastOwnCallAt: new Date('2026-11-20T00:10:00Z') })),
    },
    verdict: 'pass',
  },
  {
    says: 'a setting that sends a log of which nothing ever came is a setting for nothing',
    given: { accessLog: silent },
    verdict: 'fail',
    because: "The setting audit sends its audit log, yet nothing of it ever arrived, not even Kempt's own calls.",
  },
  {
    says: 'several settings are named in order',
    given: {
      diagnostics: read([
        aDiagnosticSetting({ name: 'to-soc' }),
        aDiagnosticSetting({ name: 'metrics', logs: [] }),
        aDiagnosticSetting({ name: 'to-platform' }),
      ]),
      accessLog: silent,
    },
    verdict: 'fail',
    because:
      "The settings to-platform, to-soc send its audit log, yet nothing of it ever arrived, not even Kempt's own calls.",
  },
  {
    says: 'a log that went silent is told from the day of its last row',
    given: { accessLog: read(anAccessLog(stopped)) },
    verdict: 'fail',
    because:
      "The setting audit sends its audit log, yet nothing of it has arrived since 2026-11-10, not even Kempt's own calls.",
  },
  {
    says: 'a new setting has not had the time',
    given: { ownCalls: madeAt(null), accessLog: silent },
    verdict: 'unknown',
    because:
      'The setting audit sends its audit log, and nothing of it arrived yet; no call of Kempt is so old that it had to.',
  },
  {
    says: 'where Kempt cannot call the vault, the rows of others show that the log arrives',
    given: { ownCalls: madeAt(null), accessLog: read(anAccessLog({ lastOwnCallAt: null })) },
    verdict: 'pass',
    because: 'Its audit log arrives.',
  },
  {
    says: 'but when none came of late, there may have been no calls',
    given: { ownCalls: madeAt(null), accessLog: read(anAccessLog({ ...stopped, lastOwnCallAt: null })) },
    verdict: 'unknown',
    because:
      'The setting audit sends its audit log; its last row is of 2026-11-10, and no call of Kempt is so old that it had to follow.',
  },
  {
    says: 'and when a part of the log is missing, they may be in it',
    given: {
      ownCalls: madeAt(null),
      accessLog: partlyRead(anAccessLog({ ...stopped, lastOwnCallAt: null }), 'items', cut),
    },
    verdict: 'unknown',
    because: 'The access log was read only in part: no answer came in time.',
  },
  {
    says: 'rows of everybody but Kempt are a riddle, not a proof',
    given: { accessLog: read(anAccessLog({ lastOwnCallAt: null })) },
    verdict: 'unknown',
    because:
      "The setting audit sends its audit log, and rows arrive, but Kempt's own calls are not among them: a part is missing, or Kempt signs in as somebody else.",
  },
  {
    says: 'a row dated after the snapshot is a row',
    badInput: 'clocks that disagree',
    given: { accessLog: read(anAccessLog({ lastRowAt: inDays(1), lastOwnCallAt: inDays(1) })) },
    verdict: 'pass',
    because: "Its audit log arrives: Kempt's own calls are in it.",
  },
  {
    says: 'a log that was not read lately may have gone on',
    given: { accessLog: read(anAccessLog({ ...stopped, coveredUntilAt: daysAgo(5) })) },
    verdict: 'unknown',
    because:
      'The setting audit sends its audit log; its last row is of 2026-11-10, but it was read up to 2026-11-18 only.',
  },
  {
    says: 'so may one of which a part is missing',
    given: { accessLog: partlyRead(anAccessLog(stopped), 'items', cut) },
    verdict: 'unknown',
    because: 'The access log was read only in part: no answer came in time.',
  },
  {
    says: 'a row of Kempt is enough, however little else was seen',
    given: { accessLog: partlyRead(anAccessLog(), 'items', cut) },
    verdict: 'pass',
  },
  {
    says: 'a workspace Kempt may not read proves neither',
    given: { accessLog: notRead('workspace-unreadable', 'the workspace is not visible to Kempt') },
    verdict: 'unknown',
    because: 'The access log was not read: its workspace could not be read.',
  },
  {
    says: 'a log that goes to a storage account is out of sight',
    given: { diagnostics: read([elsewhere]), accessLog: notRead('not-logged', 'kv-shop sends nothing to a workspace') },
    verdict: 'unknown',
    because: 'Its audit log goes to a storage account or an event hub: Kempt looks into workspaces only.',
  },
  {
    says: 'a vault without an audit log is another finding',
    given: { diagnostics: read([aDiagnosticSetting({ logs: [] })]), accessLog: silent },
    verdict: 'not-applicable',
    because: 'No setting sends its audit log.',
  },
  {
    says: 'settings that could not be read prove neither',
    given: { diagnostics: notRead('forbidden', 'AuthorizationFailed'), accessLog: silent },
    verdict: 'unknown',
    because: 'The diagnostic settings were not read: Azure refused without saying why.',
  },
  {
    says: 'without a memory of its own calls Kempt cannot miss them',
    given: { ownCalls: notRead('not-asked', 'the preview does not need it'), accessLog: silent },
    verdict: 'unknown',
    because: 'The earlier calls of Kempt were not read: Kempt did not ask for it.',
  },
]

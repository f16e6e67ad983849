// How many fail, pass and are unknown under one rule, now and over the last 90 days.
import { NothingReadYet } from '#app/_shell/nothing-read-yet.tsx'
import type { View } from '#app/view.ts'
import { defaultSearch, findingsHref, withFilter } from '#app/findings/search.ts'
import { TimeLine } from '#components/charts/time-line.tsx'
import { Card } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Stat } from '#components/ui/stat.tsx'
import { compliance } from '#lib/domain/posture.ts'
import { isoDate } from '#lib/format/date.ts'
import { count, percent } from '#lib/format/number.ts'
import { listRuleDays } from '#lib/queries/rules/list-rule-days.ts'
import type { Rule } from '#lib/rules/rule.ts'
import { subjectWords } from '../words.ts'

const trendDays = 90

export async function StandingCard({ view, rule }: { view: View; rule: Rule }) {
  const { db, scope, at, asOf } = view
  const days = await listRuleDays(db, scope, { at, ruleId: rule.id, days: trendDays })
  const now = days.at(-1)
  // Before history begins there is no gap to show.
  const firstKnown = days.findIndex((day) => day.known)
  const rows = firstKnown < 0 ? [] : days.slice(firstKnown)
  if (!now || rows.length === 0) {
    return (
      <Card title="How the estate stands">
        <NothingReadYet view={view}>The first snapshot says how the estate stands.</NothingReadYet>
      </Card>
    )
  }
  // Noughts would look like a clean estate; a rule that is new, or about what nobody here owns, has judged nothing.
  if (rows.every(({ pass, fail, unknown, waived }) => pass + fail + unknown + waived === 0)) {
    return (
      <Card title="How the estate stands">
        <EmptyState title="Nothing has been judged">
          In the last {trendDays} days no snapshot found anything for this rule to judge among what you may see.
        </EmptyState>
      </Card>
    )
  }
  const share = compliance(now)
  const everWaived = rows.some(({ waived }) => waived > 0)
  const decided = now.pass + now.fail
  const href = (status: 'fail' | 'waived' | 'unknown', on = asOf) =>
    findingsHref(withFilter(defaultSearch, { rules: [rule.id], status }), on)
  const valueOn = (day: (typeof rows)[number], key: 'pass' | 'fail' | 'unknown' | 'waived') =>
    day.known ? day[key] : null
  return (
    <Card title="How the estate stands" note={`Over ${subjectWords[rule.subject]}, within what you may see.`}>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-5">
        <Stat
          label="Failing"
          value={count(now.fail)}
          outOf={`of ${count(decided)}`}
          {...(now.fail > 0 ? { href: href('fail') } : {})}
        />
        <Stat label="Passing" value={count(now.pass)} outOf={`of ${count(decided)}`} />
        <Stat
          label="Waived"
          value={count(now.waived)}
          outOf="besides"
          {...(now.waived > 0 ? { href: href('waived') } : {})}
        />
        <Stat
          label="Unknown"
          value={count(now.unknown)}
          outOf="besides"
          {...(now.unknown > 0 ? { href: href('unknown') } : {})}
        />
        <Stat label="Compliance" value={share === null ? 'Not decided' : percent(share)} />
      </div>
      <div className="mt-5 grid gap-6 lg:grid-cols-2">
        <div className="min-w-0">
          <h3 className="pb-2 text-table text-soft">
            {everWaived ? 'Failing, waived and unknown' : 'Failing and unknown'}
          </h3>
          <TimeLine
            label={`${rule.failing}: failing, waived and unknown over the last ${trendDays} days`}
            series={[
              { name: 'Failing', tone: rule.severity },
              { name: 'Unknown', tone: 'unknown' },
              ...(everWaived ? [{ name: 'Waived', tone: 'quiet' } as const] : []),
            ]}
            rows={rows.map((day) => ({
              at: day.at,
              values: [valueOn(day, 'fail'), valueOn(day, 'unknown'), ...(everWaived ? [valueOn(day, 'waived')] : [])],
              ...(day.known ? { href: href('fail', isoDate(day.at)) } : {}),
            }))}
            format={count}
            whole
            height={130}
          />
        </div>
        <div className="min-w-0">
          <h3 className="pb-2 text-table text-soft">Passing</h3>
          <TimeLine
            label={`${rule.title}: passing over the last ${trendDays} days`}
            series={[{ name: 'Passing', tone: 'ok' }]}
            rows={rows.map((day) => ({ at: day.at, values: [valueOn(day, 'pass')] }))}
            format={count}
            whole
            floor="data"
            height={130}
          />
        </div>
      </div>
    </Card>
  )
}

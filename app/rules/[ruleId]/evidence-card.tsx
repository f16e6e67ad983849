// What a rule needs to see, and the thresholds it judges by as the policy has them.
import type { View } from '#app/view.ts'
import { Card } from '#components/ui/card.tsx'
import { UnknownSwatch } from '#components/ui/unknown-mark.tsx'
import { Link } from '#components/ui/link.tsx'
import { getPolicy } from '#lib/queries/get-policy.ts'
import { partsOf, type Rule } from '#lib/rules/rule.ts'
import { overridesText } from '../override-words.ts'
import { evidenceWords, thresholdText } from '../words.ts'

export async function EvidenceCard({ view, rule }: { view: View; rule: Rule }) {
  const policy = await getPolicy(view.db, { at: view.at })
  const parts = ['the settings and tags of the vault', ...partsOf(rule).map((part) => evidenceWords[part])]
  return (
    <Card title="How it is judged">
      <h3 className="text-table text-soft">It looks at</h3>
      <ul className="mt-1 list-disc space-y-0.5 pl-5 text-table">
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
      {rule.thresholds.length > 0 ? (
        <>
          <h3 className="mt-3 text-table text-soft">By the policy</h3>
          <ul className="mt-1 list-disc space-y-0.5 pl-5 text-table">
            {rule.thresholds.map((name) => (
              <li key={name}>
                {thresholdText(name, policy.thresholds)}
                {overridesText(name, policy).map((otherwise) => (
                  <span key={otherwise} className="block text-soft">
                    But {otherwise}.
                  </span>
                ))}{' '}
                <Link href={`/policy#${name}`}>Preview another</Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="mt-3 flex items-start gap-2 border-t border-line pt-3 text-table text-unknown-ink">
        <span className="pt-1">
          <UnknownSwatch />
        </span>
        Where any of this could not be read the answer is unknown: neither passing nor failing.
      </p>
    </Card>
  )
}

// The form that makes a draft: a GET form, so that the draft is in the address, and works without scripts. Its buttons for
// overrides send the same form.
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { selectorKey } from '#lib/domain/compare-selectors.ts'
import type { Override } from '#lib/domain/policy.ts'
import type { SelectorChoices } from '#lib/queries/policy/list-selector-choices.ts'
import { OverrideFields } from './override-fields.tsx'
import { type Base, type DraftSearch, draftHref, mostOverrides } from './search.ts'
import { ThresholdRows } from './threshold-rows.tsx'

type DraftFormProps = { draft: DraftSearch; inForce: Base; choices: SelectorChoices }

export function DraftForm({ draft, inForce, choices }: DraftFormProps) {
  const { base, policy } = draft
  return (
    // Fields keep what they first showed: after a link to another draft the form has to begin anew.
    <form key={draftHref(draft)} action="/policy" method="get" className="grid grid-cols-1 gap-4">
      {/* What Enter presses is the first button of a form: not one that takes an override away. */}
      <button type="submit" hidden>
        Show what it would do
      </button>
      {base.id === null ? null : <input type="hidden" name="from" value={base.id} />}
      <input type="hidden" name="overrides" value={policy.overrides.length} />
      <Card
        title="Thresholds"
        note="By these the whole organization is judged, where no override says otherwise."
        flush
      >
        <ThresholdRows values={policy.thresholds} inForce={inForce.policy.thresholds} asOf={null} editable />
        <SubmitRow />
      </Card>
      <div id="overrides" className="scroll-mt-4">
        <Card
          title="Overrides"
          note="For parts of the estate. Of two that match and name the same threshold, the first one decides."
          flush
        >
          {policy.overrides.length > 0 ? (
            <ol>
              {policy.overrides.map((override, index) => (
                <OverrideFields
                  // biome-ignore lint/suspicious/noArrayIndexKey: an override is what stands at its place
                  key={index}
                  index={index}
                  override={override}
                  open={!isIn(inForce.policy.overrides, override)}
                />
              ))}
            </ol>
          ) : (
            <p className="border-t border-line px-4 py-3 text-table text-soft">
              None: the same thresholds hold everywhere.
            </p>
          )}
          <div className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
            <Button
              type="submit"
              name="add"
              value="override"
              formAction="/policy#overrides"
              disabled={policy.overrides.length >= mostOverrides}
            >
              Add an override
            </Button>
            {policy.overrides.length > 0 ? (
              <Button type="submit" look="main">
                Show what it would do
              </Button>
            ) : null}
          </div>
        </Card>
      </div>
      <Names id="some-environment" names={choices.environments} />
      <Names id="some-subscription" names={choices.subscriptions} />
      <Names id="some-vault" names={choices.vaults} />
      <Names id="some-owner" names={choices.owners} />
      <Names id="some-tag" names={choices.tags} />
    </form>
  )
}

function SubmitRow() {
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3">
      <Button type="submit" look="main">
        Show what it would do
      </Button>
      <span className="text-table text-faint">Nothing is saved by it.</span>
    </div>
  )
}

const isIn = (overrides: readonly Override[], { selector, thresholds }: Override) =>
  overrides.some(
    (one) =>
      selectorKey(one.selector) === selectorKey(selector) &&
      JSON.stringify(one.thresholds) === JSON.stringify(thresholds),
  )

function Names({ id, names }: { id: string; names: readonly string[] }) {
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

// How to mend what fails, three ways, about nobody in particular: the names are placeholders.
import { Card } from '#components/ui/card.tsx'
import { CopyCommand } from '#components/ui/copy-command.tsx'
import { Link } from '#components/ui/link.tsx'
import type { CommandNames, Rule } from '#lib/rules/rule.ts'

const someone: CommandNames = {
  vault: '<vault>',
  object: '<name>',
  resourceGroup: '<resource group>',
  subscriptionId: '<subscription id>',
}

export function FixCard({ rule }: { rule: Rule }) {
  const { cli, portal, bicep, note } = rule.fix
  return (
    <Card
      title="How to fix it"
      note={
        <>
          In <Link href={`/findings?rule=${rule.id}`}>At risk</Link> the command has the real names in it.
        </>
      }
    >
      <div className="space-y-4">
        <CopyCommand label="With the Azure CLI" command={cli(someone)} />
        <div className="text-table">
          <h3 className="pb-1 text-soft">In the portal</h3>
          <p>{portal}</p>
        </div>
        {bicep ? (
          <CopyCommand label="In Bicep, so that it stays so" command={bicep} />
        ) : (
          <p className="text-table text-faint">No property in Bicep can see to this.</p>
        )}
        {note ? <p className="border-t border-line pt-3 text-table text-soft">{note}</p> : null}
      </div>
    </Card>
  )
}

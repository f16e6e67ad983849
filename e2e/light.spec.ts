import { expect, test } from './house.ts'
import { anyObject, everyPage } from './house/every-page.ts'
import { lead } from './house/people.ts'
import { origin } from './house/target.ts'
import { leastScriptBytes, mostScriptBytes, weighPage } from './house/weigh-page.ts'

// What is too heavy is named with its weight: a recording of every page would only cost time.
test.use({ trace: 'off' })

test('no page sends more than 150 KB of compressed scripts to a browser that has none yet', { tag: '@long' }, async ({
  context,
  kempt,
  azure,
  signedInAs,
}) => {
  // Some forty pages: a limit against hanging, not a measure.
  test.setTimeout(1_200_000)
  await signedInAs(lead)
  await kempt.atRisk.open()
  const [row = ''] = await kempt.atRisk.keysInSight()
  const vault = azure.estate(new Date()).vaults[0]?.name ?? ''
  const object = anyObject(azure.objects(vault, new Date()))
  const [{ identity: caller } = { identity: '' }] = await kempt.callers.exported()
  for (const [name, path] of Object.entries(everyPage({ vault, row, caller, object }))) {
    const { scripts } = await weighPage(context, origin + path)
    expect.soft(scripts, `${name}, to an empty cache`).toBeGreaterThan(leastScriptBytes)
    expect.soft(scripts, name).toBeLessThanOrEqual(mostScriptBytes)
  }
})

// `npm run bench`: figures, as ratios or against a floor measured in the same run. It prints; nothing here can fail a test.
// With a demo running, name it: `npm run bench -- --kempt http://127.0.0.1:3000` measures its pages as well.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createOrganization } from '../azure/organization/create-organization.ts'
import { createKeyVault } from '../azure/key-vault/key-vault.ts'
import { createLogAnalytics } from '../azure/log-analytics/log-analytics.ts'
import { openStandIn } from '../azure/open-stand-in.ts'
import { createResourceGraph } from '../azure/resource-graph/resource-graph.ts'
import { createResourceManager } from '../azure/resource-manager/resource-manager.ts'
import { measurePages } from './measure-pages.ts'

const { values } = parseArgs({
  options: {
    vaults: { type: 'string', default: '200' },
    objects: { type: 'string', default: '100' },
    kempt: { type: 'string' },
  },
})

await measureCollecting(Number(values.vaults), Number(values.objects))
if (values.kempt) await measurePages(values.kempt)
else console.log('Pages were not measured: name a running demo with --kempt http://127.0.0.1:3000')

/** The client is a process of its own: its memory and its time are not the stand-in's. */
async function measureCollecting(vaults: number, objectsPerVault: number): Promise<void> {
  console.log(`Collecting the secrets of ${vaults} vaults with about ${objectsPerVault} objects each …`)
  const standIn = await openStandIn({
    organization: createOrganization({ seed: '7', vaults, objectsPerVault }),
    services: [
      createKeyVault({ limit: Number.POSITIVE_INFINITY }),
      createResourceGraph(),
      createResourceManager(),
      createLogAnalytics(),
    ],
  })
  standIn.azure.clock.set(new Date('2026-11-20T02:15:00Z'))
  const program = fileURLToPath(new URL('./collect.ts', import.meta.url))
  const client = spawn(process.execPath, [program], {
    env: { ...process.env, ...standIn.environment },
    stdio: 'inherit',
  })
  await once(client, 'close')
  await standIn.close()
}

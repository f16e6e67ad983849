// Do the migrations lead to exactly the schema? Asked of Prisma, on a throw-away database.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCluster } from '#lib/db/embedded/cluster.ts'
import type { Lifetime } from '../processes/run-to-the-end.ts'
import type { Steps } from './steps.ts'

export async function checkSchemaMatchesMigrations(life: Lifetime, steps: Steps): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kempt-schema-'))
  life.onEnd(() => rmSync(folder, { recursive: true, force: true }))
  // The account PostgreSQL runs as has to walk through it.
  chmodSync(folder, 0o755)
  let url = ''
  await steps.work('A database to migrate', async () => {
    const cluster = await startCluster({ folder: join(folder, 'postgres'), fast: true })
    life.onEnd(cluster.stop)
    url = cluster.url
  })
  const from = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma']
  await steps.check('Migrations lead to the schema', 'prisma', ['migrate', 'diff', ...from, '--exit-code'], {
    env: { DATABASE_URL: url },
  })
}

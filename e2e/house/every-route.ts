// Every address the app answers, from the tree of its routes: a page that nobody thought of is there as well.
import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const app = fileURLToPath(new URL('../../app', import.meta.url))

/** "/vaults/[vaultName]" and the like, in alphabetical order. */
export const everyRoute: readonly string[] = globSync('**/{page.tsx,route.ts}', { cwd: app })
  .map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, '')}`)
  .sort()

/** True for a path, with its query or without, that leads to that route. A name that is written out goes before any name. */
export function leadsTo(route: string, path: string): boolean {
  const [bare = ''] = path.split('?')
  const pattern = route.replaceAll(/[.]/g, '\\.').replaceAll(/\[[^\]]+\]/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(bare) && (bare === route || !everyRoute.includes(bare))
}

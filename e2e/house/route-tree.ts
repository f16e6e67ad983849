// Every address the app answers at, and every action it takes, read from the folders of app/: what is added there is walked
// without being named anywhere.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Place = {
  kind: 'page' | 'route'
  /** The address as Next has it: `/vaults/[vaultName]/objects/export.csv`. */
  pattern: string
}

const root = fileURLToPath(new URL('../../app', import.meta.url))

/** Paths below app/. */
function filesOf(folder = ''): string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    return entry.isDirectory() ? filesOf(path) : [path]
  })
}

export function routeTree(): Place[] {
  return filesOf().flatMap((path) => {
    const [, folder = '', kind] = /^(.*?)\/?(page|route)\.tsx?$/.exec(path) ?? []
    // A folder that begins with an underscore is no address; a group in brackets would be none either, and there are none.
    if (!kind || /(^|\/)_/.test(folder)) return []
    if (/\(|@/.test(folder)) throw new Error(`The walk does not know what kind of folder ${folder} is.`)
    return [{ kind: kind === 'page' ? 'page' : 'route', pattern: `/${folder}` }]
  })
}

/** Files of server actions, by their path from the root. */
export function actionFiles(): string[] {
  return filesOf()
    .filter((path) => /\.tsx?$/.test(path) && /^\s*['"]use server['"]/m.test(readFileSync(`${root}/${path}`, 'utf8')))
    .map((path) => `app/${path}`)
    .sort()
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
const manifestSchema = z.object({ bin: z.record(z.string(), z.string()) })

/** The script behind a package's command, to be run with our own Node: node_modules/.bin holds other things on Windows. */
export function programOf(packageName: string, command = packageName): string {
  const folder = join(modules, packageName)
  const { bin } = manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  const script = bin[command]
  if (script === undefined) throw new Error(`package ${packageName} has no command ${command}`)
  return join(folder, script)
}

// What must survive a restart (keys, the identity header) lives in a folder; without a folder it is made anew each time.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The text kept under that name, made first if there is none. Readable by the owner alone, because some of it is a key. */
export function keptText(folder: string | null, name: string, make: () => string): string {
  if (folder === null) return make()
  const file = join(folder, name)
  const found = readIfThere(file)
  if (found !== null) return found
  const text = make()
  mkdirSync(folder, { recursive: true })
  writeWhole(file, text)
  return text
}

/** Null when there is no such file; any other trouble throws. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Nobody ever reads half a file: it is written beside its place and then moved there. */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.part`
  writeFileSync(draft, text, { mode: 0o600 })
  renameSync(draft, file)
}

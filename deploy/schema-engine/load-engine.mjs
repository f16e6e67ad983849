// Loads Prisma's schema engine from WebAssembly.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

const folder = dirname(fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm')))

export async function loadEngine(options, adapter) {
  // The engine calls this by name when it panics.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => process.stderr.write(`\nThe engine panicked: ${message}\n`),
  }
  const binary = readFileSync(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine.new(options, () => {}, adapter)
}

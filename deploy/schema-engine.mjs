#!/usr/bin/env node
// Prisma's schema engine without its download: the WebAssembly build of the same engine, which npm carries, behind the
// protocol of the native program (JSON-RPC on stdin and stdout, one message a line). For `prisma migrate` and `prisma db`.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { openAdapter } from './schema-engine/adapter.mjs'
import { loadEngine } from './schema-engine/load-engine.mjs'

const parameters = process.argv.slice(2)
const valuesOf = (option) => parameters.flatMap((text, index) => (text === option ? [parameters[index + 1]] : []))
const datasource = JSON.parse(valuesOf('--datasource')[0] ?? '{}')

// The engine panics without any schema, even where none is needed.
const noSchema = ['schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n']
const schemas = valuesOf('--datamodels').map((path) => [path, readFileSync(path, 'utf8')])

const adapter = openAdapter(datasource.url)
let engine
const theEngine = () => {
  engine ??= loadEngine({ datamodels: schemas.length > 0 ? schemas : [noSchema] }, adapter)
  return engine
}

if (parameters.includes('cli')) await answerOnce(parameters.at(-1))
else await answerLines()

async function answerOnce(command) {
  try {
    if (command !== 'can-connect-to-database') throw new Error(`${command} is not supported by this engine`)
    const connection = await adapter.connect()
    if (!connection.ok) throw new Error(JSON.stringify(connection.error))
    await connection.value.dispose()
    process.exit(0)
  } catch (error) {
    process.stderr.write('\n')
    log({ error_code: 'P1001', message: messageOf(error) })
    process.exit(1)
  }
}

async function answerLines() {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { id, method, params } = JSON.parse(line)
    if (!method) continue
    try {
      send({ id, result: (await call(method, params)) ?? null })
    } catch (error) {
      const message = messageOf(error)
      log({ message })
      const data = { is_panic: false, message, error_code: error?.code ?? null, meta: error?.meta ?? null }
      send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
    }
  }
  process.exit(0)
}

async function call(method, params) {
  const loaded = await theEngine()
  switch (method) {
    case 'getDatabaseVersion':
      return loaded.version(params ?? null)
    case 'createDatabase':
      return { databaseName: new URL(datasource.url).pathname.slice(1) }
    case 'ensureConnectionValidity':
      return (await loaded.ensureConnectionValidity(params)) ?? {}
    case 'diff': {
      // The native engine asks its caller to print; this one hands the text back.
      const { stdout, ...result } = await loaded.diff(params)
      if (stdout != null) send({ id: 1, method: 'print', params: { content: stdout } })
      return result
    }
    default:
      return loaded[method](params)
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function log(fields) {
  const entry = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' }
  process.stderr.write(`${JSON.stringify(entry)}\n`)
}

function messageOf(error) {
  return String(error?.message ?? error)
}

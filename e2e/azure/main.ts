// npm run azure: the stand-in as a process of its own, until it is told to stop.
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { writeEnvironmentFile } from './environment-file.ts'
import { compile } from './kql/compile.ts'
import { logAnalyticsSchema } from './log-analytics/schema.ts'
import { startStandIn } from './start-stand-in.ts'

const usage = 'Usage: npm run azure -- [--port 7680] [--seed 7] [--vaults 60] [--env FILE] [--state FOLDER] [--trap]'

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function readOptions() {
  const number = (name: string, text: string, most: number) => {
    const value = Number(text)
    return Number.isInteger(value) && value >= 0 && value <= most
      ? value
      : giveUp(`--${name} ${text} will not do.\n${usage}`)
  }
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '7680' },
        seed: { type: 'string', default: '7' },
        vaults: { type: 'string', default: '60' },
        env: { type: 'string' },
        state: { type: 'string' },
        trap: { type: 'boolean', default: false },
      },
    })
    return {
      port: number('port', values.port, 65_535),
      seed: number('seed', values.seed, 2 ** 32 - 1),
      vaults: number('vaults', values.vaults, 100_000),
      environmentFile: values.env,
      stateFolder: values.state,
      trap: values.trap,
    }
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
}

// Left to itself the heap grows fourfold before V8 looks for what is no longer needed; the demo shares its machine with the app.
setFlagsFromString('--heap-growing-percent=60')

const { port, seed, vaults, environmentFile, stateFolder, trap } = readOptions()

const standIn = await startStandIn({
  port,
  seed,
  vaults,
  trap,
  ...(stateFolder !== undefined && { stateFolder }),
}).catch((error) => {
  if (error.code === 'EADDRINUSE')
    giveUp(`Port ${port} is already in use. Stop what listens there, or choose another one with --port.`)
  if (error.code === 'EACCES') giveUp(`Port ${port} may not be opened by this user. Choose another one with --port.`)
  throw error
})

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void standIn.close().then(() => process.exit(0)))
}

if (environmentFile !== undefined) writeEnvironmentFile(environmentFile, standIn.environment)
process.stdout.write(`Stand-in Azure is ready: ${standIn.origin}\n`)
// The language service needs a second to get warm: now, while whoever waited for the line above still starts.
compile('union AZKVAuditLogs, AzureDiagnostics | summarize count() by OperationName', logAnalyticsSchema)

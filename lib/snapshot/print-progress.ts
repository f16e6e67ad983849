import type { WriteStream } from 'node:tty'
import type { Progress } from './progress.ts'

export type ProgressPrinter = { show(progress: Progress): void; end(): void }

const barWidth = 24
const lineEveryMs = 2000

/** A moving bar on a terminal, a plain line every two seconds elsewhere. */
export function printProgress(stream: WriteStream & { isTTY?: boolean }): ProgressPrinter {
  let open = false
  let lastLineAt = 0
  const end = () => {
    if (open) stream.write('\n')
    open = false
  }
  return {
    show(progress) {
      if (stream.isTTY) {
        stream.write(`\r\u001b[2K${bar(progress)} ${words(progress)}`)
        open = true
        return
      }
      if (performance.now() - lastLineAt < lineEveryMs) return
      lastLineAt = performance.now()
      stream.write(`${words(progress)}\n`)
    },
    end,
  }
}

function bar({ vaultsDone, vaultsTotal }: Progress): string {
  const filled = vaultsTotal === 0 ? 0 : Math.round((barWidth * vaultsDone) / vaultsTotal)
  return `[${'#'.repeat(filled)}${'.'.repeat(barWidth - filled)}]`
}

const words = ({ phase, vaultsDone, vaultsTotal, requests, throttled }: Progress) =>
  `${phase}: ${vaultsDone} of ${vaultsTotal} vaults, ${requests} requests${throttled ? `, ${throttled} throttled` : ''}`

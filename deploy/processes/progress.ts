// Says what is being done, for every step that takes long enough to wonder: one moving line on a terminal, else plain lines.

export type Progress = {
  /** Runs the step. `say` tells how far it is; what it said last is shown. `tell` puts the result into a word or two. */
  during<T>(
    label: string,
    step: (say: (detail: string) => void) => Promise<T>,
    tell?: (result: T) => string,
  ): Promise<T>
}

type Output = { write(text: string): unknown; isTTY?: boolean; columns?: number }

/** A plain line appears when a step has run this long; then whenever there is news, and at every fifth look. */
const plainMs = 2000
const movingMs = 200

export function createProgress(output: Output = process.stdout): Progress {
  return {
    async during(label, step, tell = () => 'done') {
      const startedAt = performance.now()
      const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
      const moving = output.isTTY === true
      let detail = ''
      let shown = ''
      let looks = 0
      const show = () => {
        const text = `${label} … ${detail || seconds()}`
        if (moving) output.write(`\r\x1b[2K${text.slice(0, (output.columns ?? 80) - 1)}`)
        else if (detail !== shown || looks % 5 === 0) output.write(`${text}\n`)
        shown = detail
        looks++
      }
      const timer = setInterval(show, moving ? movingMs : plainMs)
      const end = (outcome: string) => {
        clearInterval(timer)
        output.write(`${moving ? '\r\x1b[2K' : ''}${label}: ${outcome} (${seconds()})\n`)
      }
      try {
        const result = await step((text) => {
          detail = text
        })
        end(tell(result))
        return result
      } catch (error) {
        end('failed')
        throw error
      }
    },
  }
}

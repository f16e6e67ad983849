// Says what is being waited for, on stderr, since stdout belongs to the script: one moving line on a terminal, else plain ones.

/** Returns how to say that it is over. */
exports.showWaiting = function showWaiting(label) {
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  const { isTTY } = process.stderr
  const line = (text, end) => process.stderr.write(isTTY ? `\r\x1b[2K${text}${end}` : `${text}\n`)
  line(`${label} …`, '')
  const timer = setInterval(() => line(`${label} … ${seconds()} s`, ''), isTTY ? 1000 : 10_000)
  return (well) => {
    clearInterval(timer)
    line(`${label}: ${well ? 'done' : 'failed'} after ${seconds()} s`, '\n')
  }
}

// What a process of ours tells when it crashes: what and where, and nothing that it holds. Node by itself prints every property of
// an error, of which one can be a request with its token, and writes the whole environment into its diagnostic report.

/** From here on no diagnostic report holds the environment, where the secrets are. */
export function keepEnvironmentOutOfReports(): void {
  process.report.excludeEnv = true
}

/** From here on a fault that nobody caught is told by its message and its stack alone, and ends the process with exit code 1. */
export function crashQuietly(): void {
  keepEnvironmentOutOfReports()
  process.on('uncaughtException', (error: unknown) => {
    console.error(`Crashed: ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`)
    if (process.report.reportOnUncaughtException) process.report.writeReport(bare(error))
    process.exit(1)
  })
}

/** Node writes the properties of an error into its report as well. */
function bare(error: unknown): Error {
  const copy = new Error(error instanceof Error ? error.message : typeof error)
  if (error instanceof Error && error.stack !== undefined) copy.stack = error.stack
  return copy
}

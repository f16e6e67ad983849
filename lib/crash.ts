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
    if (process.report.reportOnUncaughtException && error instanceof Error) process.report.writeReport(error)
    process.exit(1)
  })
}

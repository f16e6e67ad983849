// Next calls this once per server process, before the first request.
export async function register(): Promise<void> {
  // Next bundles this file for its edge runtime too, where none of it could run.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('./app/_schedule/start.ts')
  await start()
}

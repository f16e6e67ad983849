// The clock of the stand-in Azure's data, which the demo sets to each past day while it makes history.

/** Fixes the clock at an instant, or lets it run with real time again. `origin` is the stand-in's. */
export async function setAzureClock(origin: string, now: Date | 'release'): Promise<void> {
  const wish = now === 'release' ? { release: true } : { now: now.toISOString() }
  const response = await fetch(`${origin}/_emulator/clock`, { method: 'POST', body: JSON.stringify(wish) })
  if (!response.ok)
    throw new Error(`the stand-in Azure did not set its clock: ${response.status} ${await response.text()}`)
}

// The app's settings, read from the environment once per process.
import { type AppSettings, readAppSettings } from '#lib/settings.ts'

const kept = globalThis as typeof globalThis & { kemptSettings?: AppSettings }

export function appSettings(): AppSettings {
  kept.kemptSettings ??= readAppSettings(process.env)
  return kept.kemptSettings
}

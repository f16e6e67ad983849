import { fileURLToPath } from 'node:url'

/** Absolute path of the migrations that come with this version. */
export const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

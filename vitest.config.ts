import { defineConfig } from 'vitest/config'

// An odd time zone on purpose: anything that leans on the machine's own shows at once.
process.env.TZ = 'Asia/Kathmandu'

// A limit against hanging for ever, not a measure: two busy cores take several times as long as an idle machine.
const slowMachineMs = 30_000

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{app,components,lib,deploy,e2e}/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.azure.test.ts', '**/*.built.test.ts', '**/node_modules/**'],
          setupFiles: ['e2e/quiet-console.ts', 'e2e/no-router.ts'],
          testTimeout: slowMachineMs,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{app,lib,deploy,e2e}/**/*.db.test.ts'],
          globalSetup: ['e2e/database/cluster.ts'],
          setupFiles: ['e2e/quiet-console.ts', 'e2e/no-router.ts'],
          testTimeout: slowMachineMs,
        },
      },
      {
        extends: true,
        test: {
          name: 'azure',
          include: ['{lib,e2e}/**/*.azure.test.ts'],
          globalSetup: ['e2e/database/cluster.ts'],
          setupFiles: ['e2e/quiet-console.ts'],
          testTimeout: 180_000,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          // The app as it is built, started and ended as whoever runs it does.
          name: 'built',
          include: ['deploy/**/*.built.test.ts'],
          globalSetup: ['e2e/database/cluster.ts'],
          setupFiles: ['e2e/quiet-console.ts'],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})

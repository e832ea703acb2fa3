import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    maxWorkers: '100%',
    // Files share what they import: loading it anew for each cost more than all the tests.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Not how long they take, but how long a crowded machine may take for them.
          testTimeout: 20_000,
          include: [
            'test/*.test.ts',
            'test/{browser,shared,plugin,ui,figma,cliquify,zoho,preview,relay}/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          setupFiles: ['test/e2e/leave-evidence.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000, interval: 150 } },
        },
      },
    ],
  },
})

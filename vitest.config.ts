import { join } from 'node:path'
import process from 'node:process'
import { defineConfig } from 'vitest/config'

const TEST_TIMEOUT_MS = 20_000

// Packages, parser threads and child processes are compiled once, not once for each process: see src/compile-cache.mjs.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/tidings')

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: TEST_TIMEOUT_MS,
    hookTimeout: TEST_TIMEOUT_MS,
    maxWorkers: 2,
    // The files of a worker share its modules, which are loaded once. That no file leans on another is what
    // `npm run test:alone` shows: each by itself, in random order.
    isolate: false,
  },
})

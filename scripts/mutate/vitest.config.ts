import { defineConfig } from 'vitest/config';

/** How the tests of an area run, each of them many times. */
export default defineConfig({
  test: {
    // One asks R, where that is installed; the other goes through thousands of histories. Both take seconds a time.
    exclude: ['test/statistics/beside-r.test.ts', 'test/finance/histories.test.ts'],
    isolate: false,
    testTimeout: 30_000,
  },
});

import { defineConfig } from 'vitest/config';

/** The harness's own tests only. The billing suites that we ship are run by `tollgate run`, never from here. */
export default defineConfig({
  // What the built package exports, from its source.
  resolve: {
    alias: {
      'tollgate/driver': new URL('./src/drivers/own-driver.ts', import.meta.url).pathname,
      'tollgate/contract': new URL('./src/drivers/own-contract.ts', import.meta.url).pathname,
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'harness',
          include: ['src/**/*.test.ts', 'steps/**/*.test.ts', 'bin/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/*.system.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
          expect: { requireAssertions: true },
        },
      },
      {
        extends: true,
        test: {
          // Against real billing systems that nobody here wrote: npm run test:systems.
          name: 'systems',
          include: ['src/**/*.system.test.ts'],
          testTimeout: 300_000,
          expect: { requireAssertions: true },
        },
      },
    ],
    // Many tests wait for processes of their own: with a file for each of two cores the machine would stand idle.
    maxWorkers: 3,
    allowOnly: false,
  },
});

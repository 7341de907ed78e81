import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** In whose tests whole runs are played: minutes, where others take seconds. */
const longest = ['/src/cli/', '/src/sandbox/defects/'];

/** The long ones first, so that at the end no worker is left alone with one. A fresh clone knows no times of before. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((folder) => moduleId.includes(folder));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((left, right) => rank(left) - rank(right));
  }
}

/** Parts of the harness that a file can leave as it found them. */
const parts = [
  'channel',
  'decide',
  'drivers',
  'hosts',
  'journal',
  'model',
  'oracle',
  'project',
  'reconcile',
  'report',
  'run',
  'sandbox',
  'scenario',
];
const partTests = parts.map((folder) => `src/${folder}/**/*.test.ts`);
const systemTests = 'src/**/*.system.test.ts';
const longTests = '{bench,src}/**/*.long.test.ts';
// For what hangs, never for what is slow: the next machine may be ten times as busy.
const patience = { testTimeout: 300_000, hookTimeout: 300_000 };

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
    globalSetup: './tools/test-folder.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'harness',
          include: ['src/**/*.test.ts', 'steps/**/*.test.ts', 'bin/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: [...partTests, systemTests, longTests, '**/node_modules/**'],
          expect: { requireAssertions: true },
          ...patience,
        },
      },
      {
        extends: true,
        test: {
          // These share their modules, whose reading costs a quarter of their time.
          name: 'harness parts',
          include: partTests,
          exclude: [systemTests, longTests, '**/node_modules/**'],
          isolate: false,
          expect: { requireAssertions: true },
          ...patience,
        },
      },
      {
        extends: true,
        test: {
          // Whole runs that are killed, or meet a fault of the machine; and one of each bench of that, for the bench itself. npm run test:long.
          name: 'long',
          include: [longTests],
          expect: { requireAssertions: true },
          ...patience,
        },
      },
      {
        extends: true,
        test: {
          // Against real billing systems that nobody here wrote: npm run test:systems.
          name: 'systems',
          include: [systemTests],
          expect: { requireAssertions: true },
          ...patience,
        },
      },
    ],
    // Many tests wait for processes of their own: with a file for each of two cores the machine would stand idle.
    maxWorkers: 5,
    sequence: { sequencer: LongestFirst },
    allowOnly: false,
  },
});

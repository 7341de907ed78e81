/** The child in which vitest plays projects of vitest.config.ts, whose names fit the first argument. What it counted goes to the file TOLLGATE_TEST_COUNTS. */
import { writeFileSync } from 'node:fs';
import { parseCLI, startVitest } from 'vitest/node';
import { countModules } from './counts.mjs';

const { filter, options } = parseCLI(['vitest', 'run', '--project', ...process.argv.slice(2)]);
const counter = {
  onTestRunEnd(testModules, unhandledErrors) {
    writeFileSync(
      process.env.TOLLGATE_TEST_COUNTS,
      JSON.stringify(countModules(testModules, unhandledErrors)),
    );
  },
};
const vitest = await startVitest(filter, { ...options, watch: false, reporters: ['default', counter] });
await vitest.close();

import { relative } from 'node:path';
import { createVitest } from 'vitest/node';

/** What runners/vitest/session.ts does, without a word to anybody: list, run, end. Says on one line how many passed. */
const { dir, files, reportFile } = JSON.parse(process.env['UNTOLD_SUITES'] ?? '') as {
  readonly dir: string;
  readonly files: readonly string[];
  readonly reportFile: string;
};
const vitest = await createVitest('test', {
  root: dir,
  config: false,
  watch: false,
  include: files.map((file) => relative(dir, file)),
  exclude: [],
  includeTaskLocation: true,
  pool: 'forks',
  isolate: false,
  maxWorkers: 2,
  sequence: { seed: 1, shuffle: false },
  cache: false,
  experimental: { viteModuleRunner: false, nodeLoader: false },
  reporters: [['json', { outputFile: reportFile }]],
});
const { testModules } = await vitest.collect([], { staticParse: false });
vitest.config.isolate = true;
vitest.getRootProject().config.isolate = true;
const project = vitest.getRootProject();
const specifications = testModules.map((module) =>
  project.createSpecification(module.moduleId, {
    testIds: [...module.children.allTests()].map(({ id }) => id),
  }),
);
await vitest.standalone();
await vitest.runTestSpecifications(specifications, true);
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const passed = tests.filter((test) => test.result().state === 'passed').length;
process.stdout.write(`${JSON.stringify({ passed })}\n`);
await vitest.close();

import { relative } from 'node:path';
import { createVitest, type TestCase, type Vitest } from 'vitest/node';
import { connectChannel } from '../../../channel/client.ts';
import { channelReporter } from '../../../channel/vitest-reporter.ts';
import { type ListedTests, listedTests, type SuiteMeta } from './listed-tests.ts';
import type { KnownTest, VitestKnowledge, VitestListing, VitestRound, VitestSetup } from './messages.ts';

/**
 * The process that holds vitest for one step: runs what it is told to, and ends with vitest's exit code. One of them lists
 * before that, for itself and for others.
 */
const channel = await connectChannel('session');

interface Held {
  readonly vitest: Vitest;
  readonly setup: VitestSetup;
  readonly tests: ReadonlyMap<string, KnownTest>;
}

let held: Held | null = null;
let rounds = 0;

channel.onCommand(async (name, value) => {
  switch (name) {
    case 'list':
      return list(value as VitestSetup);
    case 'know':
      return know(value as VitestKnowledge);
    case 'run':
      return run(new Set(value as readonly string[]));
    case 'close':
      return close();
    default:
      throw new RangeError(`an unknown command "${name}"`);
  }
});

async function list(setup: VitestSetup): Promise<readonly VitestListing[]> {
  const listed = listedTests(setup);
  // Suites may share a process while they are only listed.
  const vitest = await open(setup, listed, { isolate: false });
  const { testModules, unhandledErrors } = await vitest.collect([], { staticParse: false });
  isolate(vitest);
  const strays = unhandledErrors.map((error) => String((error as Error).message ?? error));
  const listings = listed.listings(testModules, strays, vitest.version);
  held = { vitest, setup, tests: byId(listings.flatMap(({ tests }) => tests)) };
  return listings;
}

async function know({ setup, tests }: VitestKnowledge): Promise<null> {
  const vitest = await open(setup, listedTests(setup), { isolate: true });
  held = { vitest, setup, tests: byId(tests) };
  return null;
}

function byId(tests: readonly KnownTest[]): ReadonlyMap<string, KnownTest> {
  return new Map(tests.map((test) => [test.id, test]));
}

/** When they run, each suite has a process of its own. */
function isolate(vitest: Vitest): void {
  vitest.config.isolate = true;
  vitest.getRootProject().config.isolate = true;
}

function open(
  given: VitestSetup,
  { idOf }: ListedTests,
  how: { readonly isolate: boolean },
): Promise<Vitest> {
  const files = given.steps.flatMap((step) => step.files);
  const options: Parameters<typeof createVitest>[1] = {
    root: given.packageDir,
    config: false,
    watch: false,
    include: files.map((file) => relative(given.packageDir, file)),
    exclude: [],
    allowOnly: false,
    passWithNoTests: false,
    includeTaskLocation: true,
    pool: 'forks',
    isolate: how.isolate,
    maxWorkers: given.workers,
    sequence: { seed: given.seed, shuffle: false },
    teardownTimeout: 2_000,
    cache: false,
    // Node reads the suites itself, as it reads everything else: no second copy of any module, and nothing to transform.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    reporters: [channelReporter({ channel, idOf, saysItBegins }), ['json', { outputFile: given.reportFile }]],
  };
  return createVitest('test', options);
}

/** One that was declared as a billing check; see scenario/check.ts. */
function saysItBegins(test: TestCase): boolean {
  return (test.meta() as SuiteMeta).topic !== undefined;
}

/** Answers what belongs to no test; the tests themselves are reported as they end. May be asked again for what did not begin. */
async function run(ids: ReadonlySet<string>): Promise<VitestRound> {
  if (held === null) throw new RangeError('run before list');
  const { vitest, tests } = held;
  const chosen = Map.groupBy(
    [...ids].map((id) => {
      const test = tests.get(id);
      if (test === undefined) throw new RangeError(`no test has the id ${id}`);
      return test;
    }),
    ({ moduleId }) => moduleId,
  );
  const project = vitest.getRootProject();
  const specifications = [...chosen].map(([moduleId, group]) =>
    project.createSpecification(moduleId, { testIds: group.map(({ testId }) => testId) }),
  );
  // What was said while listing does not count; what an earlier round said does.
  if (rounds === 0) process.exitCode = 0;
  rounds += 1;
  await vitest.standalone();
  const { unhandledErrors } = await vitest.runTestSpecifications(specifications, true);
  await channel.settled();
  return {
    errors: unhandledErrors.map((error) => strayError(error)),
    lostWorker: unhandledErrors.some(isOfLostWorker),
  };
}

/** What vitest knows of an error that no test caught. */
interface StrayError extends Error {
  readonly VITEST_TEST_PATH?: string;
  readonly VITEST_TEST_NAME?: string;
}

/** With the check that was running then: it is where to look first, though another one may have left the error behind. */
function strayError(error: unknown): string {
  const { message, cause, VITEST_TEST_PATH: path, VITEST_TEST_NAME: name } = error as StrayError;
  const text = cause instanceof Error ? `${message} ${cause.message}` : (message ?? String(error));
  if (path === undefined) return text;
  const when = name === undefined ? 'while no check was running' : `while "${name}" was running`;
  return `${text} (${relative(held?.setup.packageDir ?? '', path)}, ${when})`;
}

function isOfLostWorker(error: unknown): boolean {
  return /exited unexpectedly/.test(strayError(error));
}

/** Vitest set the exit code when something failed; nothing here may change it. */
async function close(): Promise<null> {
  const code = process.exitCode;
  setImmediate(() => void (held?.vitest.close() ?? Promise.resolve()).finally(() => process.exit(code)));
  return null;
}

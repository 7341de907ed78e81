import { relative } from 'node:path';
import { createVitest, type TestCase, type TestModule, type Vitest } from 'vitest/node';
import { checkFile, checkIdOf } from '../../../channel/check-id.ts';
import { connectChannel } from '../../../channel/client.ts';
import { channelReporter } from '../../../channel/vitest-reporter.ts';
import type { CheckId, CheckTopic, ListedCheck } from '../../../model/observing/check.ts';
import type { PhaseName } from '../../../model/observing/phase.ts';
import type { Listing } from '../../runner.ts';
import type { VitestRound, VitestSetup } from '../vitest.ts';

/** The process that holds vitest for one step: lists, runs what it is told to, and ends with vitest's exit code. */
const channel = await connectChannel('session');
let vitest: Vitest | null = null;
let setup: VitestSetup | null = null;
let rounds = 0;
const listed = new Map<string, TestCase>();
/** By vitest's own id of the test, and by module: what a test is called is asked again each time that it says something. */
const idsKnown = new Map<string, CheckId>();
const filesKnown = new Map<string, string>();

channel.onCommand(async (name, value) => {
  switch (name) {
    case 'list':
      return list(value as VitestSetup);
    case 'run':
      return run(new Set(value as readonly string[]));
    case 'close':
      return close();
    default:
      throw new RangeError(`an unknown command "${name}"`);
  }
});

async function list(given: VitestSetup): Promise<Listing> {
  setup = given;
  vitest = await open(given);
  const { unhandledErrors, ...collected } = await vitest.collect([], { staticParse: false });
  // Suites may share a process while they are only listed; when they run, each has its own.
  vitest.config.isolate = true;
  vitest.getRootProject().config.isolate = true;
  // In the order in which they were named, whichever was read first: the same suites are the same plan.
  const testModules = collected.testModules.toSorted(
    (left, right) => given.files.indexOf(left.moduleId) - given.files.indexOf(right.moduleId),
  );
  const faults = [
    ...testModules.flatMap((module) => module.errors().map((error) => `${place(module)}: ${error.message}`)),
    ...unhandledErrors.map((error) => String((error as Error).message ?? error)),
    ...unmatched(given, testModules),
    ...testModules.flatMap(unfinished),
  ];
  const checks = testModules.flatMap((module) =>
    [...module.children.allTests()].map((test) => listedCheck(test, given)),
  );
  return { checks, faults, toolVersion: vitest.version };
}

function open(given: VitestSetup): Promise<Vitest> {
  const options: Parameters<typeof createVitest>[1] = {
    root: given.packageDir,
    config: false,
    watch: false,
    include: given.files.map((file) => relative(given.packageDir, file)),
    exclude: [],
    allowOnly: false,
    passWithNoTests: false,
    includeTaskLocation: true,
    pool: 'forks',
    isolate: false,
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

/** A file that vitest did not find would silently hold no checks. */
function unmatched(given: VitestSetup, modules: readonly TestModule[]): string[] {
  const found = new Set(modules.map((module) => module.moduleId));
  return given.files
    .filter((file) => !found.has(file))
    .map((file) => `${relative(given.packageDir, file)}: found no such suite`);
}

/** A suite that is left out would be a hole that nobody sees: it is no result, but the suite looks green. */
function unfinished(module: TestModule): string[] {
  const left = [...module.children.allSuites(), ...module.children.allTests()].filter(
    ({ options: { mode } }) => mode !== 'run',
  );
  return left.map(
    ({ name, location, options }) =>
      `${place(module)}:${location?.line ?? 1}: "${name}" is marked ${options.mode}${options.mode === 'skip' ? ', itself or because another is marked only' : ''}: it would not run; finish it, or take it out.`,
  );
}

function place(module: TestModule): string {
  return relative(setup?.packageDir ?? '', module.moduleId);
}

function titlePathOf(test: TestCase): string[] {
  const path = [test.name];
  for (let parent = test.parent; parent.type === 'suite'; parent = parent.parent) path.unshift(parent.name);
  return path;
}

function idOf(test: TestCase): CheckId {
  const known = idsKnown.get(test.id);
  if (known !== undefined) return known;
  if (setup === null) throw new RangeError('a test before any list');
  const phase = setup.phase as PhaseName;
  const id = checkIdOf({ phase, file: fileOf(test.module, setup), titlePath: titlePathOf(test) });
  idsKnown.set(test.id, id);
  return id;
}

function fileOf({ moduleId }: TestModule, given: VitestSetup): string {
  const file = filesKnown.get(moduleId) ?? checkFile(moduleId, given);
  filesKnown.set(moduleId, file);
  return file;
}

/** One that was declared as a billing check; see scenario/check.ts. */
function saysItBegins(test: TestCase): boolean {
  return (test.meta() as SuiteMeta).topic !== undefined;
}

interface SuiteMeta {
  readonly topic?: CheckTopic;
  readonly needs?: readonly string[];
  readonly checkTags?: readonly string[];
}

function listedCheck(test: TestCase, given: VitestSetup): ListedCheck {
  const meta = test.meta() as SuiteMeta;
  const id = idOf(test);
  listed.set(id, test);
  return {
    id,
    phase: given.phase as PhaseName,
    step: given.step,
    file: fileOf(test.module, given),
    line: test.location?.line ?? 0,
    titlePath: titlePathOf(test),
    topic: meta.topic ?? 'document',
    tags: meta.checkTags ?? [],
    needs: meta.needs ?? [],
  };
}

/** Answers what belongs to no test; the tests themselves are reported as they end. May be asked again for what did not begin. */
async function run(ids: ReadonlySet<string>): Promise<VitestRound> {
  if (vitest === null) throw new RangeError('run before list');
  const chosen = new Map<string, string[]>();
  for (const id of ids) {
    const test = listed.get(id);
    if (test === undefined) throw new RangeError(`no test has the id ${id}`);
    const { moduleId } = test.module;
    const testIds = chosen.get(moduleId) ?? [];
    testIds.push(test.id);
    chosen.set(moduleId, testIds);
  }
  const project = vitest.getRootProject();
  const specifications = [...chosen].map(([moduleId, testIds]) =>
    project.createSpecification(moduleId, { testIds }),
  );
  // What was said while listing does not count; what an earlier round said does.
  if (rounds === 0) process.exitCode = 0;
  rounds += 1;
  await vitest.standalone();
  const { unhandledErrors } = await vitest.runTestSpecifications(specifications, true);
  await channel.settled();
  return { errors: unhandledErrors.map(strayError), lostWorker: unhandledErrors.some(isOfLostWorker) };
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
  return `${text} (${relative(setup?.packageDir ?? '', path)}, ${when})`;
}

function isOfLostWorker(error: unknown): boolean {
  return /exited unexpectedly/.test(strayError(error));
}

/** Vitest set the exit code when something failed; nothing here may change it. */
async function close(): Promise<null> {
  const code = process.exitCode;
  setImmediate(() => void (vitest?.close() ?? Promise.resolve()).finally(() => process.exit(code)));
  return null;
}

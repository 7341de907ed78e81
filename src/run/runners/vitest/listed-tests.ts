import { relative } from 'node:path';
import type { TestCase, TestModule } from 'vitest/node';
import { checkFile, checkIdOf } from '../../../channel/check-id.ts';
import type { CheckId, CheckTopic, ListedCheck } from '../../../model/observing/check.ts';
import type { VitestListing, VitestSetup, VitestStep } from './messages.ts';

/** What vitest collected, as our checks. */
export interface ListedTests {
  idOf(test: TestCase): CheckId;
  /** For each step of the setup; `strays` are errors that belong to no file, and so to every step. */
  listings(
    modules: readonly TestModule[],
    strays: readonly string[],
    version: string,
  ): readonly VitestListing[];
}

export interface SuiteMeta {
  readonly topic?: CheckTopic;
  readonly needs?: readonly string[];
  readonly checkTags?: readonly string[];
}

export function listedTests(setup: VitestSetup): ListedTests {
  /** By vitest's own id of the test, and by module: what a test is called is asked again each time that it says something. */
  const idsKnown = new Map<string, CheckId>();
  const filesKnown = new Map<string, string>();
  const phases = new Map(
    setup.steps.flatMap(({ phase, files }) => files.map((file) => [file, phase] as const)),
  );

  function fileOf({ moduleId }: TestModule): string {
    const file = filesKnown.get(moduleId) ?? checkFile(moduleId, setup);
    filesKnown.set(moduleId, file);
    return file;
  }

  function idOf(test: TestCase): CheckId {
    const known = idsKnown.get(test.id);
    if (known !== undefined) return known;
    const phase = phases.get(test.module.moduleId);
    if (phase === undefined) throw new RangeError(`${test.module.moduleId} belongs to no step`);
    const id = checkIdOf({ phase, file: fileOf(test.module), titlePath: titlePathOf(test) });
    idsKnown.set(test.id, id);
    return id;
  }

  function listedCheck(test: TestCase, { phase, step }: VitestStep): ListedCheck {
    const meta = test.meta() as SuiteMeta;
    return {
      id: idOf(test),
      phase,
      step,
      file: fileOf(test.module),
      line: test.location?.line ?? 0,
      titlePath: titlePathOf(test),
      topic: meta.topic ?? 'document',
      tags: meta.checkTags ?? [],
      needs: meta.needs ?? [],
    };
  }

  return {
    idOf,
    listings: (modules, strays, version) =>
      setup.steps.map((step) => {
        // In the order in which they were named, whichever was read first: the same suites are the same plan.
        const own = step.files.flatMap((file) => modules.filter(({ moduleId }) => moduleId === file));
        const tests = own.flatMap((module) => [...module.children.allTests()]);
        const faults = [...faultsOf(own, step, setup.packageDir), ...strays];
        return {
          listing: { checks: tests.map((test) => listedCheck(test, step)), faults, toolVersion: version },
          tests: tests.map((test) => ({ id: idOf(test), moduleId: test.module.moduleId, testId: test.id })),
        };
      }),
  };
}

function faultsOf(modules: readonly TestModule[], step: VitestStep, packageDir: string): readonly string[] {
  const place = ({ moduleId }: TestModule) => relative(packageDir, moduleId);
  const found = new Set(modules.map((module) => module.moduleId));
  return [
    ...modules.flatMap((module) => module.errors().map((error) => `${place(module)}: ${error.message}`)),
    // A file that vitest did not find would silently hold no checks.
    ...step.files
      .filter((file) => !found.has(file))
      .map((file) => `${relative(packageDir, file)}: found no such suite`),
    ...modules.flatMap((module) => unfinished(module, place(module))),
  ];
}

/** A suite that is left out would be a hole that nobody sees: it is no result, but the suite looks green. */
function unfinished(module: TestModule, place: string): readonly string[] {
  const left = [...module.children.allSuites(), ...module.children.allTests()].filter(
    ({ options: { mode } }) => mode !== 'run',
  );
  return left.map(
    ({ name, location, options }) =>
      `${place}:${location?.line ?? 1}: "${name}" is marked ${options.mode}${options.mode === 'skip' ? ', itself or because another is marked only' : ''}: it would not run; finish it, or take it out.`,
  );
}

function titlePathOf(test: TestCase): string[] {
  const path = [test.name];
  for (let parent = test.parent; parent.type === 'suite'; parent = parent.parent) path.unshift(parent.name);
  return path;
}

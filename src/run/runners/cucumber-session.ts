import { relative, resolve } from 'node:path';
import { type ISupportCodeLibrary, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { checkFile, checkIdOf } from '../../channel/check-id.ts';
import { connectChannel } from '../../channel/client.ts';
import { cucumberReporter } from '../../channel/cucumber-reporter.ts';
import { picklePlace } from '../../channel/cucumber-title.ts';
import { HarnessFault } from '../../model/fault.ts';
import type { Listing } from '../runner.ts';
import type { CucumberSetup } from './cucumber.ts';
import { checkedFeatures } from './cucumber-feature-text.ts';
import { featureFiles, stepFiles } from './cucumber-files.ts';
import { type CucumberListing, cucumberListing } from './cucumber-listing.ts';
import { cucumberOptions, quiet, sourcesOf } from './cucumber-options.ts';
import { patternFaults } from './cucumber-patterns.ts';
import { type StrayErrors, watchStrayErrors } from './stray-errors.ts';

/** The process that holds cucumber for one step: loads the steps once, lists, runs what it is told to, and ends. */
const channel = await connectChannel('session');
let setup: CucumberSetup | null = null;
let support: ISupportCodeLibrary | null = null;
let listed: CucumberListing['places'] = new Map();
let exitCode = 0;
let lastCheck: string | null = null;
const strays = watchStrayErrors(() => lastCheck);

channel.onCommand(async (name, value) => {
  switch (name) {
    case 'list':
      return list(value as CucumberSetup);
    case 'run':
      return run(value as readonly string[]);
    case 'close':
      setImmediate(() => process.exit(strays.length > 0 ? 1 : exitCode));
      return null;
    default:
      throw new RangeError(`an unknown command "${name}"`);
  }
});

async function list(given: CucumberSetup): Promise<Listing> {
  setup = given;
  const named = featureFiles(given.files, given.projectDir);
  const { files, faults } = checkedFeatures(named.files, given.projectDir);
  const steps = stepFiles({ ...given, fromSources: import.meta.url.endsWith('.ts') });
  const found = [...named.faults, ...faults, ...steps.faults];
  const toolVersion = given.toolVersion;
  const loaded = await load(steps.files);
  if (typeof loaded === 'string') return { checks: [], faults: [...found, loaded], toolVersion };
  const slow = patternFaults(loaded);
  if (slow.length > 0) return { checks: [], faults: [...found, ...slow], toolVersion };
  support = loaded;
  const listing = await dryRun(given, loaded, files);
  listed = listing.places;
  return { checks: listing.checks, faults: [...found, ...listing.faults], toolVersion };
}

/** Once per process: a second load would find every module cached and register nothing. */
async function load(importPaths: readonly string[]): Promise<ISupportCodeLibrary | string> {
  try {
    const files = { importPaths: [...importPaths], requirePaths: [], requireModules: [], loaders: [] };
    return await loadSupport({ sources: sourcesOf([]), support: files }, quiet);
  } catch (error) {
    return `the steps do not load: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A file that cannot be parsed keeps cucumber from listing any, so the others are listed without it. */
async function dryRun(
  given: CucumberSetup,
  loaded: ISupportCodeLibrary,
  files: readonly string[],
): Promise<CucumberListing> {
  const first = await messagesOf(given, loaded, files);
  const unread = new Set(first.flatMap((message) => message.parseError?.source.uri ?? []));
  const rest = files.filter((file) => !unread.has(relative(process.cwd(), file)));
  const messages =
    unread.size === 0
      ? first
      : [...first.filter((message) => message.parseError), ...(await messagesOf(given, loaded, rest))];
  return cucumberListing({ setup: given, support: loaded, messages });
}

async function messagesOf(
  given: CucumberSetup,
  loaded: ISupportCodeLibrary,
  files: readonly string[],
): Promise<readonly Envelope[]> {
  if (files.length === 0) return [];
  const messages: Envelope[] = [];
  const job = { support: loaded, paths: files, tags: given.tags, dryRun: true, messagesFile: null };
  try {
    await runCucumber(cucumberOptions(job), quiet, (message) => messages.push(message));
  } catch (error) {
    throw isAboutTags(error) ? notAnExpression(given.tags ?? '', error.cause) : error;
  }
  return messages;
}

/** Cucumber hides what its tag filter said behind an error of its own. */
function isAboutTags(error: unknown): error is Error & { readonly cause: Error } {
  return error instanceof Error && error.cause instanceof Error && error.message.includes('pickles:filter');
}

function notAnExpression(tags: string, cause: Error): HarnessFault {
  return new HarnessFault({
    code: 'USAGE',
    message: `Found the tags "${tags}", expected an expression: ${cause.message.split('\n')[0]}`,
    hint: 'Write them like "@tax and not @screen".',
    cause,
  });
}

/**
 * Runs exactly the given checks and answers the errors that belong to none. The exit code says whether all of them passed and
 * nothing else failed.
 */
async function run(ids: readonly string[]): Promise<StrayErrors> {
  if (setup === null || support === null) throw new RangeError('run before list');
  const { phase, projectDir, packageDir, messagesFile } = setup;
  const reporter = cucumberReporter({
    channel,
    idOf: ({ document, pickle }) => {
      const { titlePath } = picklePlace(document, pickle);
      lastCheck = titlePath.join(' › ');
      return checkIdOf({
        phase,
        file: checkFile(resolve(pickle.uri), { projectDir, packageDir }),
        titlePath,
      });
    },
  });
  const job = { support, paths: pathsOf(ids), tags: null, dryRun: false, messagesFile };
  const { success } = await runCucumber(cucumberOptions(job), quiet, reporter.take);
  const notPassed = await reporter.settled();
  exitCode = success && notPassed === 0 ? 0 : 1;
  return strays;
}

/** Cucumber takes the lines of a file after its path; without any it would take the whole file. */
function pathsOf(ids: readonly string[]): readonly string[] {
  const lines = new Map<string, number[]>();
  for (const id of ids) {
    const place = listed.get(id);
    if (place === undefined) throw new RangeError(`no scenario has the id ${id}`);
    lines.set(place.path, [...(lines.get(place.path) ?? []), place.line]);
  }
  if (lines.size === 0) throw new RangeError('asked to run no scenario at all');
  return [...lines].map(([path, numbers]) => [relative(process.cwd(), path), ...numbers].join(':'));
}

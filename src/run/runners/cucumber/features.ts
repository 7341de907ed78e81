import { relative, resolve } from 'node:path';
import { type ISupportCodeLibrary, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { checkFile, checkIdOf } from '../../../channel/check-id.ts';
import type { ChannelClient } from '../../../channel/client.ts';
import { cucumberReporter } from '../../../channel/cucumber-reporter.ts';
import { picklePlace } from '../../../channel/cucumber-title.ts';
import { HarnessFault } from '../../../model/fault.ts';
import type { Listing } from '../../runner.ts';
import type { CucumberSetup } from '../cucumber.ts';
import { checkedFeatures } from './feature-text.ts';
import { featureFiles, stepFiles } from './files.ts';
import { type CucumberListing, cucumberListing } from './listing.ts';
import { cucumberOptions, quiet, sourcesOf } from './options.ts';
import { patternFaults } from './patterns.ts';

export interface FeatureRun {
  /** Where the news of the scenarios go. */
  readonly channel: ChannelClient;
  /** Where cucumber writes its own report; null for none. */
  readonly messagesFile: string | null;
  /** Hears the name of each scenario as it begins. */
  readonly onScenario: (name: string) => void;
}

/** Features with the steps that bind their words, loaded once and run as often as asked. */
export interface Features {
  readonly listing: Listing;
  /** Runs exactly the given checks; answers whether all of them passed. */
  run(ids: readonly string[], how: FeatureRun): Promise<boolean>;
}

/** Once per process: a second load would find every module of steps cached and register nothing. */
export async function loadFeatures(setup: CucumberSetup): Promise<Features> {
  const named = featureFiles(setup.files, setup.projectDir);
  const { files, faults } = checkedFeatures(named.files, setup.projectDir);
  const steps = stepFiles({ ...setup, fromSources: import.meta.url.endsWith('.ts') });
  const found = [...named.faults, ...faults, ...steps.faults];
  const support = await loadSteps(steps.files);
  if (typeof support === 'string') return unusable(setup, [...found, support]);
  const slow = patternFaults(support);
  if (slow.length > 0) return unusable(setup, [...found, ...slow]);
  const { checks, faults: wrong, places } = await dryRun(setup, support, files);
  return {
    listing: { checks, faults: [...found, ...wrong], toolVersion: setup.toolVersion },
    run: async (ids, { channel, messagesFile, onScenario }) => {
      const reporter = cucumberReporter({ channel, idOf: idsOf(setup, onScenario) });
      const job = { support, paths: pathsOf(ids, places), tags: null, dryRun: false, messagesFile };
      const { success } = await runCucumber(cucumberOptions(job), quiet, reporter.take);
      const notPassed = await reporter.settled();
      return success && notPassed === 0;
    },
  };
}

function unusable({ toolVersion }: CucumberSetup, faults: readonly string[]): Features {
  return {
    listing: { checks: [], faults, toolVersion },
    run: async () => {
      throw new RangeError('run before list');
    },
  };
}

async function loadSteps(importPaths: readonly string[]): Promise<ISupportCodeLibrary | string> {
  try {
    const files = { importPaths: [...importPaths], requirePaths: [], requireModules: [], loaders: [] };
    return await loadSupport({ sources: sourcesOf([]), support: files }, quiet);
  } catch (error) {
    return `the steps do not load: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A file that cannot be parsed keeps cucumber from listing any, so the others are listed without it. */
async function dryRun(
  setup: CucumberSetup,
  support: ISupportCodeLibrary,
  files: readonly string[],
): Promise<CucumberListing> {
  const first = await messagesOf(setup, support, files);
  const unread = new Set(first.flatMap((message) => message.parseError?.source.uri ?? []));
  const rest = files.filter((file) => !unread.has(relative(process.cwd(), file)));
  const messages =
    unread.size === 0
      ? first
      : [...first.filter((message) => message.parseError), ...(await messagesOf(setup, support, rest))];
  return cucumberListing({ setup, support, messages });
}

async function messagesOf(
  { tags }: CucumberSetup,
  support: ISupportCodeLibrary,
  files: readonly string[],
): Promise<readonly Envelope[]> {
  if (files.length === 0) return [];
  const messages: Envelope[] = [];
  const job = { support, paths: files, tags, dryRun: true, messagesFile: null };
  try {
    await runCucumber(cucumberOptions(job), quiet, (message) => messages.push(message));
  } catch (error) {
    throw isAboutTags(error) ? notAnExpression(tags ?? '', error.cause) : error;
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

function idsOf(
  { phase, projectDir, packageDir }: CucumberSetup,
  onScenario: (name: string) => void,
): Parameters<typeof cucumberReporter>[0]['idOf'] {
  return ({ document, pickle }) => {
    const { titlePath } = picklePlace(document, pickle);
    onScenario(titlePath.join(' › '));
    return checkIdOf({
      phase,
      file: checkFile(resolve(pickle.uri), { projectDir, packageDir }),
      titlePath,
    });
  };
}

/** Cucumber takes the lines of a file after its path; without any it would take the whole file. */
function pathsOf(ids: readonly string[], places: CucumberListing['places']): readonly string[] {
  const lines = new Map<string, number[]>();
  for (const id of ids) {
    const place = places.get(id);
    if (place === undefined) throw new RangeError(`no scenario has the id ${id}`);
    lines.set(place.path, [...(lines.get(place.path) ?? []), place.line]);
  }
  if (lines.size === 0) throw new RangeError('asked to run no scenario at all');
  return [...lines].map(([path, numbers]) => [relative(process.cwd(), path), ...numbers].join(':'));
}

import { resolve } from 'node:path';
import type { ISupportCodeLibrary } from '@cucumber/cucumber/api';
import type { Envelope, PickleStep, TestCase, TestStep } from '@cucumber/messages';
import { checkFile, checkIdOf } from '../../../channel/check-id.ts';
import { CucumberIndex, type KnownPickle } from '../../../channel/cucumber-index.ts';
import { type StepMeaning, stepMeaning } from '../../../channel/cucumber-step.ts';
import { picklePlace } from '../../../channel/cucumber-title.ts';
import { HarnessFault } from '../../../model/fault.ts';
import type { ListedCheck } from '../../../model/observing/check.ts';
import type { CucumberSetup } from '../cucumber.ts';
import { nearestPatterns } from './nearest.ts';
import { structureFaults } from './structure.ts';
import { topicOf } from './topic.ts';
import { unfinishedFaults } from './unfinished.ts';

export interface CucumberListing {
  readonly checks: readonly ListedCheck[];
  /** Each names file and line. */
  readonly faults: readonly string[];
  /** Where each check stands, for cucumber to take just that one. */
  readonly places: ReadonlyMap<string, { readonly path: string; readonly line: number }>;
}

/** The parts of a loaded step definition that cucumber gives no name to in its interface. */
interface LoadedStep {
  readonly id: string;
  readonly pattern: string | RegExp;
  readonly options: { readonly wrapperOptions?: unknown };
  readonly expression: { match(text: string): readonly { getValue(world: unknown): unknown }[] | null };
}

export interface ListingParts {
  readonly setup: CucumberSetup;
  readonly support: ISupportCodeLibrary;
  /** Everything a dry run said. */
  readonly messages: readonly Envelope[];
}

/** The checks of a dry run, and whatever would be lost or wrong if they ran. */
export function cucumberListing({ setup, support, messages }: ListingParts): CucumberListing {
  const index = new CucumberIndex();
  for (const message of messages) index.learn(message);
  const loaded = (support as unknown as { readonly stepDefinitions: readonly LoadedStep[] }).stepDefinitions;
  const reader = { setup, steps: new Map(loaded.map((step) => [step.id, step])) };
  const faults = [
    ...messages.flatMap(parseFaults),
    ...index.documents.flatMap((document) =>
      structureFaults(document).map((fault) => `${document.uri}:${fault}`),
    ),
  ];
  const checks = new Map<string, ListedCheck>();
  const places = new Map<string, { path: string; line: number }>();
  for (const testCase of messages.flatMap((message) => message.testCase ?? [])) {
    const known = index.ofCase(testCase.id);
    const listed = listCase(reader, testCase, known);
    const { check } = listed;
    faults.push(...listed.faults.map((fault) => `${known.pickle.uri}:${fault}`));
    const twin = checks.get(check.id);
    if (twin !== undefined)
      faults.push(
        `${known.pickle.uri}:${check.line}: found a second scenario of this name and these values (the first: line ${twin.line}); give each its own.`,
      );
    checks.set(check.id, check);
    places.set(check.id, { path: resolve(known.pickle.uri), line: check.line });
  }
  return { checks: [...checks.values()], faults, places };
}

interface Reader {
  readonly setup: CucumberSetup;
  readonly steps: ReadonlyMap<string, LoadedStep>;
}

function listCase(reader: Reader, testCase: TestCase, known: KnownPickle) {
  const { setup } = reader;
  const { pickle, document } = known;
  const { titlePath, line } = picklePlace(document, pickle);
  const file = checkFile(resolve(pickle.uri), setup);
  const tags = [...new Set(pickle.tags.map(({ name }) => name))];
  const { topic, fault } = topicOf(file, tags);
  const steps = pickle.steps.map((step) => readStep(reader, step, testCase.testSteps));
  const meanings = steps.flatMap(({ meaning }) => meaning ?? []);
  const faults = [...(fault === null ? [] : [fault]), ...steps.flatMap((step) => step.faults)];
  if (steps.length > 0 && !steps.some(({ looks }) => looks))
    faults.push(
      `"${pickle.name}" has no Then that looks at anything; it would pass whatever the target does.`,
    );
  faults.push(...unfinishedFaults(tags));
  const check: ListedCheck = {
    id: checkIdOf({ phase: setup.phase, file, titlePath }),
    phase: setup.phase,
    step: setup.step,
    file,
    line,
    titlePath,
    topic,
    tags,
    needs: [...new Set([...meanings.flatMap(({ needs }) => needs), ...needsOf(tags)])],
  };
  return { check, faults: faults.map((text) => `${line}: ${text}`) };
}

/** What no step tells by itself a scenario may name: "@needs:price.running". */
function needsOf(tags: readonly string[]): readonly string[] {
  return tags.flatMap((tag) => (tag.startsWith(needsTag) ? [tag.slice(needsTag.length)] : []));
}

const needsTag = '@needs:';

interface ReadStep {
  readonly meaning: StepMeaning | null;
  /** Whether it may find something wrong; of a step that says nothing of itself, its keyword tells. */
  readonly looks: boolean;
  readonly faults: readonly string[];
}

function readStep({ steps }: Reader, step: PickleStep, testSteps: readonly TestStep[]): ReadStep {
  const ids = testSteps.find(({ pickleStepId }) => pickleStepId === step.id)?.stepDefinitionIds ?? [];
  const [definition, ...others] = ids.flatMap((id) => steps.get(id) ?? []);
  if (definition === undefined) {
    const near = nearestPatterns(step.text, [...steps.values()].map(patternOf));
    return {
      meaning: null,
      looks: true,
      faults: [`no step is called "${step.text}". Nearest: ${near.join(' · ')}`],
    };
  }
  if (others.length > 0) {
    const all = [definition, ...others].map(patternOf).join(' · ');
    return { meaning: null, looks: true, faults: [`"${step.text}" could be any of these steps: ${all}`] };
  }
  const meaning = stepMeaning(definition.options.wrapperOptions);
  const looks = meaning === null ? mayLook(step) : meaning.role === 'observation';
  return { meaning, looks, faults: [...valueFaults(definition, step), ...roleFaults(meaning, step)] };
}

function mayLook({ type }: PickleStep): boolean {
  return type === undefined || type === 'Outcome' || type === 'Unknown';
}

/** Values are read now, so that a wrong amount or date is told before anything runs. */
function valueFaults(definition: LoadedStep, step: PickleStep): readonly string[] {
  try {
    for (const argument of definition.expression.match(step.text) ?? []) argument.getValue({});
    return [];
  } catch (error) {
    const hint = error instanceof HarnessFault ? ` ${error.hint}` : '';
    return [`"${step.text}": ${error instanceof Error ? error.message : String(error)}${hint}`];
  }
}

/** An event may tell what happened before; but what looks must stand under Then, and nothing else may. */
function roleFaults(meaning: StepMeaning | null, step: PickleStep): readonly string[] {
  if (meaning === null || step.type === undefined || step.type === 'Unknown') return [];
  const looks = meaning.role === 'observation';
  if (looks === (step.type === 'Outcome')) return [];
  return looks
    ? [`"${step.text}" looks at a result; it belongs under Then.`]
    : [`"${step.text}" looks at nothing; under Then it would seem to check something.`];
}

function patternOf({ pattern }: LoadedStep): string {
  return String(pattern);
}

function parseFaults({ parseError, undefinedParameterType }: Envelope): readonly string[] {
  if (undefinedParameterType)
    return [
      `the step "${undefinedParameterType.expression}" uses {${undefinedParameterType.name}}, which nobody defined`,
    ];
  if (!parseError) return [];
  const line = parseError.source.location?.line ?? 1;
  return [
    `${parseError.source.uri}:${line}: cannot be read: ${parseError.message.replace(/^\(\d+:\d+\): /, '')}`,
  ];
}

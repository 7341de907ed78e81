import { HarnessFault } from '../../model/fault.ts';
import { refuseOtherBeginning } from './beginning.ts';
import { strictCase } from './case-file.ts';
import { type OpenCase, openStep } from './case-reader.ts';
import type { Claim } from './claim.ts';
import { dayOf, Fields, isObject } from './fields.ts';
import { refuseUnknownZones } from './known-zones.ts';
import type { CaseLocation, PublishedCase } from './published-case.ts';
import { readApart } from './read-apart.ts';
import { modelName } from './readers/fields/price-field.ts';
import { caseReaders } from './readers/index.ts';
import { assumedHabits, ruleOfWord } from './rules.ts';
import { situationsIn, withLists } from './situations.ts';
import { Inexpressible, NotUnderstood } from './unreadable.ts';
import { isKnownStep, missingFor, namedFields, stepWords, turnsAround } from './vocabulary.ts';

/** What became of a case when it was read; `judgeCase` says what becomes of its figures. */
export type ReadCase =
  | {
      readonly kind: 'expressible';
      readonly case: PublishedCase;
      readonly claims: readonly Claim[];
      /** Fields of `expect` that no claim judges: while there are any, the case cannot be called agreed. */
      readonly notJudged: readonly string[];
    }
  | { readonly kind: 'not-expressible'; readonly case: PublishedCase; readonly reason: string }
  /** The file is mistaken: an unknown model or step, lists that do not fit. Judged as wrong. */
  | { readonly kind: 'not-understood'; readonly case: PublishedCase; readonly reason: string };

/** Reads one case of a file. Throws BAD_CONFIGURATION with file, line and field when it is not in the format at all. */
export function readCase(json: unknown, locate: CaseLocation): ReadCase {
  return readPublished(strictCase(json, locate));
}

/**
 * Reads the case as one; where it lays situations side by side that no reader takes together, each of them as a case of its
 * own. That all of them are read to the last field is what makes it safe.
 */
export function readPublished(published: PublishedCase): ReadCase {
  const whole = readAsOne(published);
  if (isWhole(whole)) return whole;
  const listed = withLists(published);
  const inLists = listed === null ? whole : readAsOne(listed);
  if (isWhole(inLists)) return { ...inLists, case: published };
  const apart = situationsIn(published).map((situations) => readApart(published, situations, readAsOne));
  const best = apart.find(isWhole);
  if (best !== undefined) return best;
  // What is missing is told by whoever came furthest.
  if (whole.kind === 'expressible') return whole;
  const furthest = apart.find(({ kind }) => kind === 'expressible') ?? apart.find(namesUnread);
  if (furthest !== undefined && !namesUnread(whole)) return furthest;
  return isUnknownKind(whole) ? (apart[0] ?? whole) : whole;
}

/** Whether all that can be said is that no reader takes cases of the area. */
function isUnknownKind(read: ReadCase): boolean {
  return read.kind !== 'expressible' && read.reason === unknownKind(read.case);
}

/** With the policies that the case states, one of which may be what no calculation has. */
function unknownKind({ area, given: { rules } }: PublishedCase): string {
  const settings = isObject(rules) ? Object.entries(rules) : [];
  const stated = settings.map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return stated.length === 0
    ? missingFor(area)
    : `${missingFor(area)} under the policy setting ${stated.join(', ')}`;
}

/** Whether all was understood but some fields, which are named. */
function namesUnread(read: ReadCase): boolean {
  return read.kind !== 'expressible' && /no reader for given\./.test(read.reason);
}

/** Whether every figure of the case is judged. */
function isWhole(read: ReadCase): boolean {
  return read.kind === 'expressible' && read.notJudged.length === 0;
}

function readAsOne(published: PublishedCase, standsAlone = false): ReadCase {
  try {
    return read(published, standsAlone);
  } catch (error) {
    if (error instanceof Inexpressible) return refused('not-expressible', published, error.message);
    if (error instanceof NotUnderstood) return refused('not-understood', published, error.message);
    // A date that does not exist or an unknown currency: the model's own readers refuse them.
    if (error instanceof HarnessFault) return refused('not-understood', published, error.message);
    throw error;
  }
}

function read(published: PublishedCase, standsAlone: boolean): ReadCase {
  const unknown = published.when.find((step) => !isKnownStep(step.do));
  if (unknown !== undefined) {
    throw new NotUnderstood(
      `when: found the step "${unknown.do}", expected one that begins with a known verb`,
    );
  }
  const turned = published.when.find((step) => turnsAround(step.do));
  if (turned !== undefined) throw new Inexpressible(`the step "${turned.do}"`);
  const open = openCase(published);
  refuseOtherBeginning(open);
  refuseUnknownZones(published.given);
  const reader = caseReaders.find((one) => one.fits(open));
  if (reader === undefined) {
    refuseUnknownModel(open);
    throw new Inexpressible(unknownKind(published));
  }
  const [, second] = open.steps;
  if (second !== undefined && reader.readsSteps !== true)
    throw new Inexpressible(`${missingFor(published.area)}: no reader for when[1].do "${second.verb}"`);
  if (standsAlone && reader.stepsStandAlone !== true)
    throw new Inexpressible(`steps that each begin where the one before ended (${reader.name})`);
  const assumes = assumedHabits(open);
  const claims = reader.read(open).map((claim) => ({ assumes, ...claim }));
  const ignored = [
    ...[open.given, ...open.steps.map(({ more }) => more)].flatMap((fields) => fields.unread()),
    ...open.steps.flatMap(({ isRead }, index) => (isRead ? [] : [`when[${index}].do`])),
  ];
  if (ignored.length > 0)
    throw new Inexpressible(`${missingFor(published.area)}: no reader for ${namedFields(ignored)}`);
  const notJudged = open.expect.unread();
  if (claims.length === 0) throw new Inexpressible(`no calculation answers ${notJudged.join(', ')}`);
  return { kind: 'expressible', case: published, claims, notJudged };
}

function openCase(published: PublishedCase): OpenCase {
  return {
    case: published,
    given: new Fields(withNamedRule(published.given), 'given'),
    expect: new Fields(published.expect, 'expect'),
    steps: published.when.map((step, index) =>
      openStep({
        verb: stepWords(step.do),
        at: step.at === null ? null : dayOf(step.at, `when[${index}].at`),
        more: new Fields(step.more, `when[${index}]`),
      }),
    ),
  };
}

/** A rule that stands there as one word. */
function withNamedRule(given: PublishedCase['given']): PublishedCase['given'] {
  const isInside = ['inclusive', 'taxInclusive'].some((key) => given[key] === true);
  const named = typeof given['rules'] === 'string' ? ruleOfWord(given['rules'], isInside) : null;
  return named === null ? given : { ...given, rules: named };
}

/** Even where no reader takes the case, a model that nobody knows is a mistake that its author wants to hear of. */
function refuseUnknownModel(open: OpenCase): void {
  const price = open.given.peek('price');
  const model = typeof price === 'object' && price !== null ? Reflect.get(price, 'model') : undefined;
  if (model === undefined || knownModels.includes(modelName(String(model)))) return;
  throw new NotUnderstood(
    `given.price.model: found "${String(model)}", expected one of ${knownModels.join(', ')}`,
  );
}

const knownModels: readonly string[] = [
  'flat',
  'flat_fee',
  'per_unit',
  'package',
  'graduated',
  'graduated_blocks',
  'graduated_percentage',
  'volume_blocks',
  'volume',
  'stairstep',
  'percentage',
  'dynamic',
];

function refused(
  kind: 'not-expressible' | 'not-understood',
  published: PublishedCase,
  reason: string,
): ReadCase {
  return { kind, case: published, reason };
}

import { checkTitle, type ListedCheck } from '../../../model/observing/check.ts';
import type { EvidenceRef } from '../../../model/observing/record.ts';
import type { OwnSuite } from '../../request.ts';
import { checkOfSuite, declaredChecks } from './declared-checks.ts';
import type { KeptReport } from './read-reports.ts';
import type { EarlierTry, SuiteResult } from './suite-result.ts';

/** A result and the check that it is of. */
export interface MatchedResult {
  readonly check: ListedCheck;
  readonly result: SuiteResult;
  /** The file that says so. */
  readonly evidence: EvidenceRef;
}

export interface Matched {
  readonly results: readonly MatchedResult[];
  /** Titles that stand for more than one result. */
  readonly faults: readonly string[];
  /** Results that tollgate.yaml does not name. */
  readonly strangers: readonly string[];
}

/** Finds the check of each result: by the list of tollgate.yaml, or, where that gives a number only, by its own title. */
export function matchedResults(suite: OwnSuite, kept: readonly KeptReport[]): Matched {
  const checkOf = checkFinder(suite);
  const told = kept.flatMap(({ results, evidence }) =>
    results.map((result) => ({ check: checkOf(result), result, evidence })),
  );
  return {
    ...onePerCheck(told.filter((one): one is MatchedResult => one.check !== null)),
    strangers: told.filter(({ check }) => check === null).map(({ result }) => checkTitle(result)),
  };
}

function checkFinder(suite: OwnSuite): (result: SuiteResult) => ListedCheck | null {
  if (suite.expected.kind === 'count') return ({ titlePath }) => checkOfSuite(suite, titlePath);
  const byTitle = new Map(declaredChecks(suite).map((check) => [checkTitle(check), check]));
  return ({ spellings }) =>
    spellings.map((title) => byTitle.get(title)).find((check) => check !== undefined) ?? null;
}

function onePerCheck(found: readonly MatchedResult[]): Pick<Matched, 'results' | 'faults'> {
  const groups = [...Map.groupBy(found, ({ check }) => check.id).values()];
  const doubled = groups.filter((group) => group.length > 1);
  return {
    results: groups.flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ ...first, result: merged(group.map(({ result }) => result)) }];
    }),
    faults: doubled.map(
      (group) =>
        `found ${group.length} results "${checkTitle(group[0]?.check ?? { titlePath: [] })}", expected one`,
    ),
  };
}

/** Of several results under one title the worst counts; tools that try again write each try like that. */
function merged(results: readonly SuiteResult[]): SuiteResult {
  const [first] = results as readonly [SuiteResult, ...SuiteResult[]];
  if (results.length === 1) return first;
  const failing = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'error');
  const passed = results.find(({ outcome }) => outcome === 'passed');
  const last = failing.findLast(({ outcome }) => outcome === 'failed') ?? failing.at(-1);
  if (last !== undefined && passed !== undefined)
    return { ...passed, earlier: failing.flatMap((one) => [...one.earlier, tryOf(one)]) };
  if (last !== undefined) {
    const others = failing.filter((one) => one !== last);
    return { ...last, earlier: others.flatMap((one) => [...one.earlier, tryOf(one)]) };
  }
  return results.find(({ outcome }) => outcome === 'skipped') ?? first;
}

function tryOf({ outcome, error }: SuiteResult): EarlierTry {
  return { status: outcome === 'failed' ? 'failed' : 'broken', error };
}

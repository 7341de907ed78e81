/** What was counted in a suite and everything below it. */
export interface JunitCount {
  cases: number;
  /** Cases with at least one, and the elements themselves: tools state either. */
  failures: number;
  failureElements: number;
  errors: number;
  errorElements: number;
  /** Cases that only their attributes call failed: tools count them as either. */
  saidFailing: number;
  skipped: number;
  /** Of these, the cases that only their attributes call so: behave does not count them. */
  saidSkipped: number;
  /** Cases that the tool tried more than once. */
  repeated: number;
}

export function emptyCount(): JunitCount {
  return {
    cases: 0,
    failures: 0,
    failureElements: 0,
    errors: 0,
    errorElements: 0,
    saidFailing: 0,
    skipped: 0,
    saidSkipped: 0,
    repeated: 0,
  };
}

export function addCount(to: JunitCount, from: JunitCount): void {
  for (const name of Object.keys(to) as (keyof JunitCount)[]) to[name] += from[name];
}

/**
 * Where the totals that a suite states differ from what it holds, both named. Surefire states the totals of its last try
 * only: a suite with repeated cases is left alone, because it is not green anyway.
 */
export function badTotals(
  attributes: Readonly<Record<string, string>>,
  { shownAs, count }: { readonly shownAs: string; readonly count: JunitCount },
): readonly string[] {
  if (count.repeated > 0) return [];
  const skippedStated = attributes['skipped'] ?? attributes['skip'];
  const skippedOrDisabled = Number(skippedStated) + Number(attributes['disabled'] ?? 0);
  return [
    stated('tests', attributes['tests'], [count.cases]),
    stated('failures', attributes['failures'], withSaid(count, [count.failures, count.failureElements])),
    stated('errors', attributes['errors'], withSaid(count, [count.errors, count.errorElements])),
    skippedOrDisabled === count.skipped
      ? []
      : stated('skipped', skippedStated, [count.skipped, count.skipped - count.saidSkipped]),
  ]
    .flat()
    .map((difference) => `the totals do not add up: ${shownAs} ${difference}`);
}

function withSaid({ saidFailing }: JunitCount, held: readonly number[]): readonly number[] {
  return saidFailing === 0 ? held : [...held, ...held.map((one) => one + saidFailing)];
}

function stated(name: string, text: string | undefined, held: readonly number[]): readonly string[] {
  if (text === undefined || text === '') return [];
  if (/^\d+$/.test(text) && held.includes(Number(text))) return [];
  return [`states ${name}="${text.slice(0, 20)}", but holds ${held[0]}`];
}

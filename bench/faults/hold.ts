import type { Expectation, Seen } from './row.ts';

/** In what a row did not end as the note says; empty when it holds. */
export async function complaintsOf(expect: Expectation, seen: Seen): Promise<readonly string[]> {
  const printed = `${seen.ended.stdout}\n${seen.ended.stderr}`;
  const reasons = reasonsIn(seen).join('\n');
  return [
    ...goesThrough(expect, seen),
    ...exitComplaints(expect, seen),
    ...verdictComplaints(expect, seen),
    ...missing(expect.says ?? [], printed, 'was not printed'),
    ...missing(expect.reasons ?? [], reasons, 'is in no reason of the verdict'),
    ...(expect.neverSays ?? []).filter((one) => one.test(printed)).map((one) => `${one} was printed`),
    ...((await expect.also?.(seen)) ?? []),
  ];
}

/** The one thing that never holds: a fault that cost evidence, and a GO. */
function goesThrough({ harmless }: Expectation, { ended, verdict }: Seen): string[] {
  if (harmless !== undefined) return [];
  const byExit = ended.exitCode === 0 ? ['IT ENDED WITH EXIT CODE 0'] : [];
  const byFile = verdict?.verdict === 'GO' || verdict?.verdict === 'CONDITIONAL GO';
  return byFile ? [...byExit, `verdict.json SAYS ${verdict.verdict}`] : byExit;
}

function exitComplaints({ exitCodes }: Expectation, { ended }: Seen): string[] {
  if (ended.exitCode !== null && exitCodes.includes(ended.exitCode)) return [];
  const found = ended.signal === null ? `exit code ${ended.exitCode}` : `signal ${ended.signal}`;
  return [`${found} instead of ${exitCodes.join(' or ')}`];
}

function verdictComplaints(expect: Expectation, { verdict }: Seen): string[] {
  if (expect.verdict === undefined || expect.verdict === (verdict?.verdict ?? null)) return [];
  return [`verdict ${verdict?.verdict ?? 'of no kind'} instead of ${expect.verdict ?? 'none'}`];
}

function missing(patterns: readonly RegExp[], text: string, what: string): string[] {
  return patterns.filter((pattern) => !pattern.test(text)).map((pattern) => `${pattern} ${what}`);
}

/** Every sentence in which the verdict says why. */
export function reasonsIn({ verdict }: Pick<Seen, 'verdict'>): readonly string[] {
  if (verdict === null) return [];
  return [
    ...verdict.reasons.map(({ text }) => text),
    ...verdict.phases.flatMap(({ faults }) => faults),
    ...verdict.gates.map(({ reason }) => reason),
  ];
}

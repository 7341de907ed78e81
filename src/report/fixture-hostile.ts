import type { DecidedRun } from '../model/deciding/decided-run.ts';
import type { ReportInput } from './exporter.ts';
import { noGoRun } from './fixture-runs.ts';

/** What a target, a title or an error could say to make a report run it, hide behind it or fall apart. */
export const hostileText =
  '"\'></script><script>alert(1)</script><img src=x onerror=alert(2)><!-- ]]> &lt; \u001b[2J\u202egnp.\u0000\uffff\r\n::set-output\n# h [a](javascript:alert(3)) @all http://evil.test www.evil.test |x| `code`';

/** Fields that are not free text: closed lists, ids and hashes that the harness makes itself, amounts, times. */
const closed = new Set(
  'schema verdict result phase name status state kind direction nature currency expected actual amount provenance startedAt finishedAt asOf sha256 id mediaType cause topic'.split(
    ' ',
  ),
);

/** The NO-GO run with hostile text in every field that comes from outside. */
export function hostileRun(): ReportInput {
  const { run } = noGoRun();
  const bytes = Buffer.from(hostileText);
  return { run: poisoned(run, '') as DecidedRun, evidence: () => bytes };
}

function poisoned(value: unknown, key: string): unknown {
  if (typeof value === 'string') return closed.has(key) ? value : `${value}${hostileText}`;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name)]));
}

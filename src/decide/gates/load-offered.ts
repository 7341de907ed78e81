import { z } from 'zod';
import { addDecimals, compareDecimals, type Decimal } from '../../model/decimal.ts';
import { gate } from '../gate.ts';

/** Load was really offered for long enough: a latency without samples proves nothing. */
export const loadOffered = gate({
  name: 'load-offered',
  limit: z.strictObject({
    secondsMin: z.number().int().min(1),
    /** Requests done per operation over the whole run. */
    doneMin: z.record(z.string(), z.number().int().min(1)),
  }),
  judge: (facts, { secondsMin, doneMin }) => {
    const limit = `${secondsMin} s of load; ${Object.entries(doneMin)
      .map(([operation, count]) => `${operation} ${count}`)
      .join(', ')} done`;
    // A load that was begun anew was measured anew; what counts is the last time.
    const measured = facts.checks.map(
      ({ measurements }) => new Map(measurements.map(({ name, value }) => [name, value])),
    );
    const valuesOf = (name: string) => measured.flatMap((one) => one.get(name) ?? []);
    const seconds = longest(valuesOf('load.seconds'));
    if (seconds === undefined)
      return {
        result: 'unproven',
        observed: 'no load was measured',
        limit,
        reason: 'The load generator left no figures.',
        evidence: [],
      };
    const done = Object.keys(doneMin).map(
      (operation) => [operation, valuesOf(`${operation}.done`).reduce(addDecimals, '0')] as const,
    );
    const observed = `${seconds} s; ${done.map(([operation, count]) => `${operation} ${count}`).join(', ')} done`;
    const short = done
      .filter(([operation, count]) => compareDecimals(count, String(doneMin[operation] ?? 0)) < 0)
      .map(([operation]) => operation);
    if (compareDecimals(seconds, String(secondsMin)) < 0)
      return { result: 'unproven', observed, limit, reason: 'The load was too short.', evidence: [] };
    if (short.length > 0)
      return {
        result: 'unproven',
        observed,
        limit,
        reason: `Too few requests were done: ${short.join(', ')}.`,
        evidence: [],
      };
    return { result: 'met', observed, limit, reason: 'The load was offered and answered.', evidence: [] };
  },
});

/** Each load of the run says how long it was; the longest is what was held. */
function longest(seconds: readonly Decimal[]): Decimal | undefined {
  return seconds.toSorted(compareDecimals).at(-1);
}

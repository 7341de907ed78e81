import { describe, expect, test } from 'vitest';
import type { VerdictDocument } from '../../src/model/deciding/verdict.ts';
import { complaintsOf } from './hold.ts';
import type { Expectation, Seen } from './row.ts';
import { rows } from './rows/index.ts';

/** A run as it would be seen, with this end and this verdict. */
function seen(exitCode: number | null, verdict: string | null, stdout = ''): Seen {
  const document = { verdict, reasons: [], phases: [], gates: [] } as unknown as VerdictDocument;
  return {
    scene: null as unknown as Seen['scene'],
    ended: { exitCode, signal: exitCode === null ? 'SIGKILL' : null, stdout, stderr: '' },
    runDir: null,
    verdict: verdict === null ? null : document,
    records: [],
  };
}

const lenient: Expectation = { exitCodes: [0, 1, 2, 3] };

describe('A row', () => {
  test('never holds with a GO, whatever its exit codes allow', async () => {
    expect(await complaintsOf(lenient, seen(0, 'GO'))).not.toEqual([]);
    expect(await complaintsOf(lenient, seen(0, null))).not.toEqual([]);
    expect(await complaintsOf(lenient, seen(2, 'GO'))).not.toEqual([]);
    expect(await complaintsOf(lenient, seen(3, 'CONDITIONAL GO'))).not.toEqual([]);
    expect(await complaintsOf(lenient, seen(2, 'INCOMPLETE'))).toEqual([]);
  });

  test('may end in GO only where it says in words why', async () => {
    expect(await complaintsOf({ ...lenient, harmless: 'nothing was lost' }, seen(0, 'GO'))).toEqual([]);
  });

  test('does not hold with another exit code, a signal, another verdict, or without its words', async () => {
    const expected: Expectation = { exitCodes: [2], verdict: 'INCOMPLETE', says: [/refused/] };
    expect(await complaintsOf(expected, seen(2, 'INCOMPLETE', 'it was refused'))).toEqual([]);
    expect(await complaintsOf(expected, seen(1, 'INCOMPLETE', 'it was refused'))).toHaveLength(1);
    expect(await complaintsOf(expected, seen(null, 'INCOMPLETE', 'it was refused'))).toHaveLength(1);
    expect(await complaintsOf(expected, seen(2, 'NO-GO', 'it was refused'))).toHaveLength(1);
    expect(await complaintsOf(expected, seen(2, 'INCOMPLETE'))).toHaveLength(1);
  });

  test('does not hold while one of its own questions complains', async () => {
    const expected: Expectation = { exitCodes: [2], also: () => ['it was sent twice'] };
    expect(await complaintsOf(expected, seen(2, 'INCOMPLETE'))).toEqual(['it was sent twice']);
  });
});

test('rows have names of their own, and allow exit code 0 only with words', () => {
  const ids = rows.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const silent = rows.filter(
    ({ expect: asked }) => asked.exitCodes.includes(0) && asked.harmless === undefined,
  );
  expect(silent.map(({ id }) => id)).toEqual([]);
});

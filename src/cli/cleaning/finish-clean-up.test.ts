import { expect, test } from 'vitest';
import { linesOf } from '../../decide/small-run.fixture.ts';
import type { JournalRecord } from '../../model/observing/record.ts';
import { possibleLeftovers } from './finish-clean-up.ts';

type Outcome = Extract<JournalRecord, { kind: 'outcome' }>['outcome'];
type Settled = Extract<JournalRecord, { kind: 'settled' }>['outcome'];

function write(intentId: string, outcome: Outcome | null, settledAs: Settled | null = null): JournalRecord[] {
  const request = `POST /${intentId}`;
  return [
    { kind: 'intent', intentId, checkId: 'c', operation: 'create', request, idempotencyKey: intentId },
    ...(outcome === null ? [] : [{ kind: 'outcome', intentId, outcome, detail: '' } as const]),
    ...(settledAs === null ? [] : [{ kind: 'settled', intentId, outcome: settledAs, detail: '' } as const]),
  ];
}

test('what may be left is every write but those that the target refused or that reading showed as not done', () => {
  const lines = linesOf([
    ...write('done', 'done'),
    ...write('refused', 'refused'),
    ...write('nobody-knows', 'unknown'),
    ...write('cut', null),
    ...write('read-as-done', 'unknown', 'done'),
    ...write('read-as-not-done', null, 'not-done'),
    ...write('not-to-be-read', 'unknown', 'unknown'),
  ]);
  const left = ['done', 'nobody-knows', 'cut', 'read-as-done', 'not-to-be-read'];
  expect(possibleLeftovers(lines)).toEqual(left.map((id) => `create (POST /${id})`));
});

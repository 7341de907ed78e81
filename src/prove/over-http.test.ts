import { expect, test } from 'vitest';
import { settled } from './over-http.ts';
import type { Ending } from './result.ts';

type Once = Awaited<ReturnType<Parameters<typeof settled>[1]>>;

const silent: Once = { kind: 'silent' };
const missed: Once = { kind: 'missed' };
const unproven: Once = { kind: 'unproven', why: 'not conclusive' };
const caught: Once = {
  kind: 'caught',
  by: {
    phase: 'unit',
    check: 'unit-1',
    title: 'A fee',
    way: 'http',
    furtherSeed: null,
    detail: 'a wrong amount',
  },
};

test.each<readonly [string, readonly Once[], Ending['kind']]>([
  ['what was found stands', [caught], 'caught'],
  ['a clean run stands', [missed], 'missed'],
  ['a silence that comes again is one', [silent, silent], 'caught'],
  ['a silence that does not come again was none', [silent, missed], 'missed'],
  ['a silence beside a run that was not conclusive says nothing', [unproven, silent], 'unproven'],
  ['the other way round it says nothing either', [silent, unproven], 'unproven'],
  ['what was not conclusive is asked again', [unproven, caught], 'caught'],
])('%s', async (_, endings, kind) => {
  const left = [...endings];
  const ending = await settled({ kind: 'checks', ids: ['unit-1'] }, async () => left.shift() ?? unproven);
  expect([ending.kind, left]).toEqual([kind, []]);
});

import { expect, test } from 'vitest';
import type { CheckTopic } from '../model/observing/check.ts';
import type { Footprint } from './healthy-pass.ts';
import { likenessOf } from './likeness.ts';
import type { ProvableCheck } from './messages.ts';
import { orderChecks } from './order-checks.ts';

const defect = {
  name: 'fee-lost',
  row: 'RAT-01',
  family: 'RAT',
  stage: 'rating',
  effect: 'lost',
  severity: 'major',
  title: 'A fee is lost',
  replaces: ['flatAmount', 'shareOut'],
};

function check(id: string, topic: CheckTopic): ProvableCheck {
  return { id, phase: 'unit', file: 'fees.suite', titlePath: [id], topic, tags: [], leftOut: null };
}

function footprint(durationMs: number, ...reached: string[]): Footprint {
  return { durationMs, reached: new Set(reached) };
}

const checks = [
  check('elsewhere', 'payment'),
  check('of-the-topic', 'rating'),
  check('calls-it-by-the-way', 'payment'),
  check('slow', 'rating'),
  check('quick', 'usage'),
];
const footprints = new Map([
  ['elsewhere', footprint(1, 'refundReopens')],
  ['of-the-topic', footprint(2, 'netPrice')],
  ['calls-it-by-the-way', footprint(3, 'shareOut')],
  ['slow', footprint(900, 'flatAmount', 'netPrice')],
  ['quick', footprint(30, 'shareOut')],
]);

function ordered(lastCatch: string | null) {
  return orderChecks({ checks, footprints, defect, lastCatch, likeness: likenessOf(checks) }).map(
    ({ id }) => id,
  );
}

test('what calls a replaced entry: first what is about it, the quick before the slow', () => {
  expect(ordered(null)).toEqual(['quick', 'slow', 'calls-it-by-the-way']);
});

test('before all others the check that caught it last time', () => {
  expect(ordered('calls-it-by-the-way')).toEqual(['calls-it-by-the-way', 'quick', 'slow']);
});

test('of which nobody knows what it calls is played', () => {
  const unknown = [...checks, check('unknown', 'payment')];
  const played = orderChecks({
    ...{ checks: unknown, footprints, defect, lastCatch: null },
    likeness: likenessOf(unknown),
  });
  expect(played.map(({ id }) => id)).toContain('unknown');
});

test('of those first the ones whose titles speak of it, whatever their topic', () => {
  const titled = [
    ...checks,
    { ...check('speaks-of-it', 'payment'), titlePath: ['Every service', 'has its fee, and none gets lost'] },
    ...Array.from({ length: 200 }, (_, number) => check(`other-${number}`, 'payment')),
  ];
  const known = new Map([...footprints, ['speaks-of-it', footprint(300, 'shareOut')]]);
  const likeness = likenessOf(titled);
  const [first] = orderChecks({ checks: titled, footprints: known, defect, lastCatch: null, likeness });
  expect(first?.id).toBe('speaks-of-it');
});

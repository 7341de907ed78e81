import { expect, test } from 'vitest';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { judgeCase } from '../../judge-case.ts';
import { oracleAnswerer } from '../../oracle-answerer.ts';
import { readCase } from '../../read-case.ts';

const oracle = oracleAnswerer(referenceProfile);

const tiers = [
  { upTo: '5', unit: '1', flat: '0' },
  { upTo: null, unit: '0.5', flat: '0' },
];
const up = { model: 'graduated', divideBy: '1000', round: 'up', tiers };
const down = { ...up, round: 'down' };
const unstated = { model: 'graduated', divideBy: '1000', tiers };
const uneven = { ...up, tiers: [{ upTo: '2.5', unit: '1', flat: '0' }, tiers[1]] };
const one = (quantity: string) => ({ usage: { quantity } });

test.each([
  ['a part of a thousand counts as one', { price: up, ...one('7400') }, { amount: '6.50', kind: 'agreed' }],
  [
    'and is told apart from the exact price',
    { price: up, ...one('7400') },
    { amount: '6.20', kind: 'wrong' },
  ],
  ['the bound belongs to its tier', { price: up, ...one('5000') }, { amount: '5.00', kind: 'agreed' }],
  ['one unit more is in the next', { price: up, ...one('5001') }, { amount: '5.50', kind: 'agreed' }],
  ['volume', { price: { ...up, model: 'volume' }, ...one('5001') }, { amount: '3.00', kind: 'agreed' }],
  ['full ones only', { price: down, ...one('7400') }, { amount: '6.00', kind: 'not-expressible' }],
  ['no rounding stated', { price: unstated, ...one('7400') }, { amount: '6.50', kind: 'not-expressible' }],
  [
    'a bound that is no whole number',
    { price: uneven, ...one('7400') },
    { amount: '5.50', kind: 'not-expressible' },
  ],
  [
    'free units',
    { price: { ...up, freeUnits: '1' }, ...one('7400') },
    { amount: '6.00', kind: 'not-expressible' },
  ],
  [
    'the second part of a period',
    { price: up, usage: { alreadyBilledQuantity: '1400', quantity: '1300' } },
    { amount: '1.00', kind: 'not-expressible' },
  ],
])('units by the thousand: %s', async (_, given, { amount, kind }) => {
  const draft = {
    id: 'T-1',
    area: 'graduated',
    title: 'units by the thousand',
    given: { currency: 'USD', ...given },
    when: [{ do: 'rate' }],
    expect: { amount },
    source: { repo: 'team/billing', path: 'cases.md', what: 'our own' },
  };
  const read = readCase(draft, { file: 'team.json', line: 1 });
  expect(await judgeCase(read, oracle)).toMatchObject({ kind });
});

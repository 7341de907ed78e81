import { expect, test } from 'vitest';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { judgeCase } from '../../judge-case.ts';
import { oracleAnswerer } from '../../oracle-answerer.ts';
import { readCase } from '../../read-case.ts';

const oracle = oracleAnswerer(referenceProfile);

test.each([
  [{ quantity: '3' }, '10.00', 'not-expressible'],
  [{ quantity: '3', rules: { flatPrice: 'once' } }, '10.00', 'agreed'],
  [{ quantity: '3', rules: { flatPrice: 'per unit' } }, '30.00', 'agreed'],
  [{ quantity: '3', rules: { flatPrice: 'per unit' } }, '10.00', 'wrong'],
  [{ quantity: '3', rules: { flatPrice: 'monthly' } }, '10.00', 'not-expressible'],
  [{ quantity: '1' }, '10.00', 'agreed'],
  [{ usage: { quantity: '3' } }, '10.00', 'agreed'],
])('a flat price for %o that comes to %s is %s', async (more, amount, kind) => {
  const draft = {
    id: 'T-1',
    area: 'flat_fee',
    title: 'a flat price',
    given: { currency: 'EUR', price: { model: 'flat', amount: '10' }, ...more },
    when: [{ do: 'rate' }],
    expect: { amount },
    source: { repo: 'team/billing', path: 'cases.md', what: 'our own' },
  };
  const read = readCase(draft, { file: 'team.json', line: 1 });
  expect(await judgeCase(read, oracle)).toMatchObject({ kind });
});

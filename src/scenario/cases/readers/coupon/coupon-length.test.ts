import { expect, test } from 'vitest';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { judgeCase } from '../../judge-case.ts';
import { oracleAnswerer } from '../../oracle-answerer.ts';
import { readCase } from '../../read-case.ts';

const oracle = oracleAnswerer(referenceProfile);
const days = ['2024-01-01', '2024-02-01', '2024-03-01'];

test.each([
  [{ frequency: 'recurring', frequencyDuration: 2 }, ['18.00', '18.00', '36.00'], 'agreed'],
  [{ duration: 'repeating', durationInMonths: 2 }, ['18.00', '18.00', '36.00'], 'agreed'],
  [{ frequency: 'recurring', frequencyDuration: 2 }, ['18.00', '18.00', '18.00'], 'wrong'],
  [{ frequency: 'forever' }, ['18.00', '18.00', '18.00'], 'agreed'],
  [{ frequency: 'once' }, ['18.00', '36.00', '36.00'], 'agreed'],
  [{ frequency: 'recurring' }, ['18.00', '36.00', '36.00'], 'not-expressible'],
  [{ frequency: 'now and then' }, ['18.00', '36.00', '36.00'], 'not-expressible'],
  [{ frequency: 'once', uses: 2 }, ['18.00', '18.00', '36.00'], 'not-expressible'],
])('half off, %o, with tax: %o is %s', async (length, totals, kind) => {
  const draft = {
    id: 'T-1',
    area: 'limited_duration_discount',
    title: 'half off',
    given: {
      currency: 'EUR',
      plan: { amount: '30.00', interval: 'month', timing: 'advance' },
      coupon: { percent: '50', ...length },
      taxes: [{ ratePercent: '20' }],
      subscription: { start: '2024-01-01', billing: 'calendar' },
    },
    when: days.map((at) => ({ at, do: 'bill' })),
    expect: { totals },
    source: { repo: 'team/billing', path: 'cases.md', what: 'our own' },
  };
  const read = readCase(draft, { file: 'team.json', line: 1 });
  expect(await judgeCase(read, oracle)).toMatchObject({ kind });
});

test.each([
  [{ frequency: 'once' }, ['1320.00', '1440.00'], 'agreed'],
  [{ frequency: 'once' }, ['1320.00', '1320.00'], 'wrong'],
  [{ invoices: 2 }, ['1320.00', '1320.00'], 'agreed'],
  [{ durationInMonths: 3 }, ['1320.00', '1440.00'], 'not-expressible'],
  [{ frequency: 'recurring', frequencyDuration: 2 }, ['1320.00', '1320.00'], 'not-expressible'],
])('100 off a yearly plan, %o: %o is %s', async (length, totals, kind) => {
  const draft = {
    id: 'T-1',
    area: 'limited_duration_discount',
    title: '100 off',
    given: {
      currency: 'EUR',
      plan: { amount: '1200.00', interval: 'year', timing: 'advance' },
      coupon: { fixed: '100.00', ...length },
      taxes: [{ ratePercent: '20' }],
      subscription: { start: '2024-01-01', billing: 'anniversary' },
    },
    when: ['2024-01-01', '2025-01-01'].map((at) => ({ at, do: 'bill' })),
    expect: { totals },
    source: { repo: 'team/billing', path: 'cases.md', what: 'our own' },
  };
  const read = readCase(draft, { file: 'team.json', line: 1 });
  expect(await judgeCase(read, oracle)).toMatchObject({ kind });
});

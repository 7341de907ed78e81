import { describe, expect, test } from 'vitest';
import type { CalculationAnswer } from '../../model/billing/calculation.ts';
import { HarnessFault } from '../../model/fault.ts';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { TargetRefusal } from '../../target/session.ts';
import { readCaseFile } from './case-file.ts';
import { type Answerer, habitsThatDiffer, judgeCase } from './judge-case.ts';
import { oracleAnswerer } from './oracle-answerer.ts';
import { type ReadCase, readCase } from './read-case.ts';

const oracle = oracleAnswerer(referenceProfile);
const at = { file: 'team.json', line: 7 };

interface Draft {
  readonly given?: Record<string, unknown>;
  readonly when?: readonly unknown[];
  readonly expect?: Record<string, unknown>;
  readonly title?: string;
  readonly repo?: string;
}

function draft(change: Draft): Record<string, unknown> {
  return {
    id: 'T-1',
    area: 'team',
    title: change.title ?? 'a case of our own',
    given: change.given ?? {
      currency: 'EUR',
      price: { model: 'per_unit', unit: '0.10' },
      usage: { quantity: '25' },
    },
    when: change.when ?? [{ do: 'rate' }],
    expect: change.expect ?? { amount: '2.50' },
    source: { repo: change.repo ?? 'team/billing', path: 'cases.md', what: 'our own' },
  };
}

function read(change: Draft): ReadCase {
  return readCase(draft(change), at);
}

describe('a case of a team', () => {
  test('agrees when its figures are right', async () => {
    expect(await judgeCase(read({}), oracle)).toMatchObject({ kind: 'agreed' });
  });

  test('may leave the quotes of whole numbers away', async () => {
    const given = { currency: 'EUR', price: { model: 'per_unit', unit: 2 }, usage: { quantity: 3 } };
    expect(await judgeCase(read({ given, expect: { amount: 6 } }), oracle)).toMatchObject({ kind: 'agreed' });
    expect(await judgeCase(read({ given, expect: { amount: 7 } }), oracle)).toMatchObject({ kind: 'wrong' });
  });

  test.each([
    ['a step that no reader asks for', [{ do: 'rate' }, { do: 'refund the half' }]],
    ['a field of a step that no reader asks for', [{ do: 'rate', factor: '2' }]],
  ])('does not agree for %s', async (_, when) => {
    const judgement = await judgeCase(read({ when }), oracle);
    expect(judgement).toMatchObject({ kind: 'not-expressible', reason: expect.stringMatching(/when\[\d\]/) });
  });

  test.for([
    [
      'an unknown price model',
      { given: { currency: 'EUR', price: { model: 'magic' }, usage: { quantity: '1' } } },
    ],
    [
      'an unknown model where no reader fits',
      { given: { price: { model: 'magic' } }, when: [{ do: 'bill' }] },
    ],
    ['an unknown step', { when: [{ do: 'frobnicate' }] }],
    [
      'a quantity that is no number',
      { given: { currency: 'EUR', price: { unit: '1' }, usage: { quantity: 'ten' } } },
    ],
    ['an unknown currency', { given: { currency: 'EUX', price: { unit: '1' }, usage: { quantity: '1' } } }],
    [
      'lists that do not fit',
      {
        given: { currency: 'EUR', price: { unit: '1' }, usage: { quantities: ['1', '2'] } },
        expect: { amounts: ['1.00'] },
      },
    ],
    [
      'units above the last tier',
      {
        given: {
          currency: 'EUR',
          price: { model: 'volume', tiers: [{ upTo: '5', unit: '1' }] },
          usage: { quantity: '6' },
        },
      },
    ],
    ['a number without quotes', { expect: { amount: 2 } }],
  ] satisfies [string, Draft][])('is wrong for %s', async ([, change]) => {
    const judgement = await judgeCase(read(change), oracle);
    expect(judgement).toMatchObject({ kind: 'wrong', reason: expect.stringMatching(/found/i) });
  });

  test.for([
    [
      'graduated over a longer ladder',
      {
        given: {
          currency: 'JPY',
          price: {
            model: 'graduated',
            tiers: [
              { upTo: '10', unit: '7' },
              { upTo: '20', unit: '6', flat: '5' },
              { upTo: '30', unit: '5' },
              { upTo: '40.5', unit: '4' },
              { upTo: null, unit: '1' },
            ],
          },
          usage: { quantities: ['0', '10', '10.5', '50'] },
        },
        when: [{ do: 'rate each' }],
        // 10.5 units: 70 + 3 + 5; 50 units: 70 + 65 + 50 + 42 + 9.5.
        expect: { amounts: ['0', '70', '78', '237'] },
      },
    ],
    [
      'a percentage of each tier',
      {
        given: {
          currency: 'EUR',
          price: {
            model: 'graduated_percentage',
            tiers: [
              { upTo: '1000', ratePercent: '2', flat: '1' },
              { upTo: null, ratePercent: '1.5', flat: '0' },
            ],
          },
          usage: { quantity: '1500' },
        },
        expect: { amount: '28.50', tier1: '21.00', tier2: '7.50' },
      },
    ],
    [
      'a least amount for each transaction',
      {
        given: {
          currency: 'EUR',
          price: { model: 'percentage', ratePercent: '1', minPerTransaction: '1.75', maxPerTransaction: '3' },
          usage: { quantity: '600', eventCount: '3', runningTotal: ['100', '300', '600'] },
        },
        // 1.00 is raised to 1.75, 2.00 stays, 3.00 stays.
        expect: { amount: '6.75' },
      },
    ],
    [
      'minimum and maximum together',
      {
        given: {
          currency: 'USD',
          price: { model: 'per_unit', unit: '3' },
          commitment: { minimum: '10', maximum: '20' },
          usage: { quantities: ['1', '5', '9'] },
        },
        when: [{ do: 'rate each' }],
        expect: { trueUps: ['7', '0', '0'], capDiscounts: ['0', '0', '7'], totals: ['10', '15', '20'] },
      },
    ],
    ['amounts in minor units', { expect: { amountMinor: '250', amountUnrounded: '2.5' } }],
    [
      'tax rounded once for the document',
      {
        given: {
          currency: 'EUR',
          lines: ['0.10', '0.10', '0.10'],
          taxes: [{ ratePercent: '25' }],
          rules: { roundAt: 'invoice' },
        },
        when: [{ do: 'tax' }],
        expect: { tax: '0.08', total: '0.38' },
      },
    ],
    [
      'tax rounded on each line',
      {
        given: { currency: 'EUR', lines: ['0.10', '0.10', '0.10'], taxes: [{ ratePercent: '25' }] },
        when: [{ do: 'tax' }],
        expect: { tax: '0.09', total: '0.39' },
      },
    ],
    [
      'a change on a quarterly cycle',
      {
        title: 'Quarterly upgrade',
        given: { currency: 'EUR', old: '90', new: '180', subscription: { bcd: 10 } },
        when: [{ at: '2025-01-20', do: 'change_plan_immediately' }],
        expect: {
          charge: '160.00',
          repair: '-80.00',
          net: '80.00',
          chargeFrom: '2025-01-20',
          chargeTo: '2025-04-10',
        },
      },
    ],
    [
      'the first fee of a calendar month',
      {
        given: {
          currency: 'EUR',
          plan: { amount: '30.00', interval: 'month', timing: 'advance' },
          subscription: { start: '2025-04-21', billing: 'calendar' },
        },
        when: [{ at: '2025-04-21', do: 'create_subscription' }],
        expect: { fee: '10.00', days: '10' },
      },
    ],
    [
      'half-even rounding where the case says so',
      {
        given: {
          cases: [
            ['EUR', '0.125'],
            ['EUR', '0.135'],
          ],
          rules: { roundingMode: 'half-even' },
        },
        when: [{ do: 'round each' }],
        expect: { rounded: ['0.12', '0.14'] },
      },
    ],
  ] satisfies [string, Draft][])('agrees on %s', async ([, change]) => {
    const found = read(change);
    const judgement = await judgeCase(found, oracle);
    expect(judgement).toMatchObject({ kind: 'agreed' });
  });

  test('names the habit that a target does not share', () => {
    const found = read({
      given: { cases: [['EUR', '0.125']], rules: { roundingMode: 'half-even' } },
      when: [{ do: 'round each' }],
      expect: { rounded: ['0.12'] },
    });
    expect(habitsThatDiffer(found, referenceProfile)).toMatch(/half-even/);
  });

  test('is not expressible for a target that refuses, with the capability named', async () => {
    const refusing: Answerer = async () => {
      throw new TargetRefusal({ operation: 'preview', status: 501, answer: 'no such thing' });
    };
    expect(await judgeCase(read({}), refusing)).toMatchObject({
      kind: 'not-expressible',
      reason: expect.stringContaining('price.per-unit'),
    });
  });

  test('is not expressible when the target does not show the exact amount', async () => {
    const short: CalculationAnswer = {
      kind: 'rating',
      amount: '2.50',
      unrounded: null,
      perTier: [],
      trueUp: '0.00',
      capDiscount: '0.00',
    };
    const judgement = await judgeCase(read({ expect: { amountUnrounded: '2.5' } }), async () => short);
    expect(judgement).toMatchObject({ kind: 'not-expressible' });
  });

  test('lets an unreachable target stop the run', async () => {
    const gone: Answerer = async () => {
      throw new HarnessFault({ code: 'TARGET_UNREACHABLE', message: 'nobody answers', hint: 'start it' });
    };
    await expect(judgeCase(read({}), gone)).rejects.toThrow('nobody answers');
  });
});

describe('a file of cases', () => {
  const text = (value: unknown): string => JSON.stringify(value, null, 1);

  test('locates each case at the line of its id', () => {
    const file = readCaseFile(text([draft({}), { ...draft({}), id: 'T-2' }]), 'team.json');
    const lines = text([draft({}), { ...draft({}), id: 'T-2' }]).split('\n');
    expect(file.map(({ line }) => lines[line - 1])).toEqual(['  "id": "T-1",', '  "id": "T-2",']);
  });

  test.for([
    ['{', 'line 1, the file'],
    ['{}', 'line 1, the file'],
    [text([{ ...draft({}), expect: {} }]), 'line 3, expect'],
    [text([{ ...draft({}), surprise: 1 }]), 'line 3, surprise'],
    [text([{ ...draft({}), when: [] }]), 'line 3, when'],
    [text([{ ...draft({}), when: [{ at: '2025-01-01' }] }]), 'when[0].do'],
    [text([{ ...draft({}), source: { repo: 'a' } }]), 'source.path'],
    [text([{ ...draft({}), given: { amount: 12.5 } }]), 'given.amount'],
    [text([draft({}), draft({})]), 'id'],
  ])('refuses malformed file %#', ([content, place]) => {
    expect(() => readCaseFile(content ?? '', 'team.json')).toThrow(place ?? 'never');
  });
});

import { expect, test } from 'vitest';
import { referenceProfile } from '../../oracle/reference-profile.ts';
import { strictCase } from './case-file.ts';
import { isObject } from './fields.ts';
import { judgeCase } from './judge-case.ts';
import { oracleAnswerer } from './oracle-answerer.ts';
import { readPublished } from './read-case.ts';
import { shippedCases } from './shipped-cases.ts';

/** What stands under these is a name that the author of the case chose, not a field of the format. */
const holdNames = ['digits', 'old', 'new'];

test.for(shippedCases())(
  '$case.id: a field that goes by another name is named as not read, and not called a mistake',
  async (read) => {
    const mistaken: string[] = [];
    for (const { path, given } of renamed(read.case.given, 'given')) {
      const judgement = await judgeCase(
        readPublished({ ...read.case, given }),
        oracleAnswerer(referenceProfile),
      );
      if (judgement.kind === 'wrong') mistaken.push(`${path}: ${judgement.reason}`);
    }
    expect(mistaken).toEqual([]);
  },
);

test.for(shippedCases())(
  '$case.id: a field too many, at any depth, keeps it from being agreed',
  async (read) => {
    const agreed: string[] = [];
    for (const { path, given } of withOneMore(read.case.given, 'given')) {
      const judged = await judgeCase(
        readPublished({ ...read.case, given }),
        oracleAnswerer(referenceProfile),
      );
      if (judged.kind === 'agreed') agreed.push(path);
    }
    expect(agreed).toEqual([]);
  },
);

/** Copies of the object, each with a field more, here or below. */
function withOneMore(value: Readonly<Record<string, unknown>>, path: string): readonly Renamed[] {
  const here = { path, given: { ...value, somethingElse: '7' } };
  const inner = Object.entries(value).flatMap(([key, entry]) =>
    moreBelow(entry, `${path}.${key}`).map((one) => ({
      path: one.path,
      given: { ...value, [key]: one.value },
    })),
  );
  return [here, ...inner];
}

function moreBelow(
  value: unknown,
  path: string,
): readonly { readonly path: string; readonly value: unknown }[] {
  if (isObject(value)) return withOneMore(value, path).map((one) => ({ path: one.path, value: one.given }));
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown, index) =>
    moreBelow(entry, `${path}[${index}]`).map((one) => ({
      path: one.path,
      value: value.with(index, one.value),
    })),
  );
}

interface Renamed {
  readonly path: string;
  readonly given: Readonly<Record<string, unknown>>;
}

/** Copies of the object, each with one field, here or below, by another name. */
function renamed(value: Readonly<Record<string, unknown>>, path: string): readonly Renamed[] {
  if (holdNames.some((name) => path.endsWith(`.${name}`))) return [];
  return Object.keys(value).flatMap((key) => {
    const { [key]: moved, ...others } = value;
    const own = { path: `${path}.${key}`, given: { ...others, [`${key}OrSo`]: moved } };
    return [own, ...below(moved, own.path).map((one) => ({ ...one, given: { ...value, [key]: one.value } }))];
  });
}

function below(value: unknown, path: string): readonly { readonly path: string; readonly value: unknown }[] {
  if (isObject(value)) return renamed(value, path).map((one) => ({ path: one.path, value: one.given }));
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown, index) =>
    below(entry, `${path}[${index}]`).map((one) => ({ path: one.path, value: value.with(index, one.value) })),
  );
}

const own = { id: 'T-1', area: 'team', title: 'ours', source: { repo: 'a/b', path: 'c', what: 'd' } };

test.for([
  [
    'hours in another form',
    {
      currency: 'USD',
      bucket: { hours: '9am to 12am', unit: '2' },
      base: { unit: '1' },
      usage: { windows: [{ hour: '09:00', quantity: '10' }] },
    },
    'rate each window',
    { total: '20.00' },
    /hours "9am to 12am"/,
  ],
  [
    'a tax without its rate',
    { currency: 'EUR', lines: ['100.00'], customer: 'B2B, other EU country, unverified VAT number' },
    'tax',
    { tax: '19.00' },
    /rate of a tax/,
  ],
  [
    'a seller in words',
    { currency: 'USD', amount: '100.00', rules: [{ country: 'US', ratePercent: '5' }], seller: 'California' },
    'tax',
    { tax: '5.00' },
    /the place "California"/,
  ],
  [
    'a fee billed at another time',
    {
      currency: 'EUR',
      plan: { amount: '10.00', timing: 'on demand' },
      subscription: { start: '2026-01-01' },
    },
    'bill',
    { fee: '10.00' },
    /billed "on demand"/,
  ],
  [
    'a zone in words',
    { anchor: '2026-01-31', interval: 'month', timezone: 'UTC+9' },
    'next bill dates',
    { dates: ['2026-02-28'] },
    /the zone "UTC\+9"/,
  ],
  [
    'a beginning on another day than that of the subscription',
    {
      currency: 'EUR',
      plan: { amount: '31.00' },
      subscription: { start: '2026-01-01', billing: 'calendar' },
    },
    { do: 'create subscription', at: '2026-01-02' },
    { fee: '31.00' },
    /a beginning on 2026-01-02/,
  ],
] as const)('%s: not expressible, and named', async ([, given, step, expected, reason]) => {
  const read = readPublished(
    strictCase(
      { ...own, given, when: [typeof step === 'string' ? { do: step } : step], expect: expected },
      { file: 'team.json', line: 1 },
    ),
  );
  expect(await judgeCase(read, oracleAnswerer(referenceProfile))).toMatchObject({
    kind: 'not-expressible',
    reason: expect.stringMatching(reason),
  });
});

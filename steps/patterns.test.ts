import { globSync } from 'node:fs';
import { join } from 'node:path';
import { loadSupport } from '@cucumber/cucumber/api';
import type { CucumberExpression, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import { beforeAll, expect, test } from 'vitest';
import { stepMeaning } from '../src/channel/cucumber-step.ts';
import { isCapability } from '../src/target/capability.ts';

interface Library {
  readonly stepDefinitions: readonly {
    readonly pattern: string;
    readonly expression: CucumberExpression;
    readonly options: { readonly wrapperOptions?: unknown };
    readonly code: { readonly length: number };
  }[];
  readonly parameterTypeRegistry: ParameterTypeRegistry;
}

const samples: Readonly<Record<string, readonly string[]>> = {
  account: ['"Receivables"', '"Tax payable"'],
  card: ['is declined', 'loses its answer'],
  counting: ['highest value', 'last value'],
  country: ['DE'],
  coupon: ['"WELCOME"'],
  currency: ['EUR'],
  customer: ['"Acme"', '"Müller & Söhne"'],
  date: ['16 April 2026', '2026-04-16'],
  instant: ['2026-03-31T23:59:59+02:00'],
  int: ['3'],
  interval: ['month', '2 months', 'quarter', '1 year'],
  invoice: ['the first invoice of "Acme"', 'the 4th invoice of "Acme"', 'invoice "INV-7"'],
  meter: ['"Calls"'],
  money: ['EUR 1,200.00', 'JPY 500', 'EUR -15.00'],
  month: ['March 2026'],
  outcome: ['a duplicate'],
  paymentend: ['went through', 'was charged back'],
  percent: ['19%', '7.7%'],
  plan: ['"Basic"'],
  price: ['EUR 0.002'],
  quantity: ['1,200 GB', '0.5'],
  role: ['the accountant'],
  side: ['debit'],
  substate: ['active', 'paused'],
  text: ['"Acme"'],
  timing: ['on 16 April 2026', 'at the end of the period', 'immediately'],
  zone: ['"Asia/Kolkata"'],
};

let library: Library;

beforeAll(async () => {
  const folder = import.meta.dirname;
  const importPaths = globSync('*.ts', { cwd: folder })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => join(folder, file));
  const sources = {
    defaultDialect: 'en',
    paths: [],
    names: [],
    tagExpression: '',
    order: 'defined' as const,
  };
  library = (await loadSupport({ sources, support: { importPaths } })) as unknown as Library;
});

/** Sentences of a pattern, each placeholder by each of its samples in turn. */
function sentencesOf(pattern: string): readonly string[] {
  return [0, 1, 2].map((turn) =>
    pattern.replace(/\((\w+)\)/g, turn === 0 ? '' : '$1').replace(/\{(\w+)\}/g, (_, name: string) => {
      const values = samples[name] ?? [];
      return values[turn % Math.max(values.length, 1)] ?? `no sample of ${name}`;
    }),
  );
}

test('every sentence of every pattern is that pattern and no other', () => {
  const clashes = library.stepDefinitions.flatMap(({ pattern }) =>
    sentencesOf(pattern).flatMap((sentence) => {
      const matching = library.stepDefinitions.filter(
        ({ expression }) => expression.match(sentence) !== null,
      );
      const names = matching.map((definition) => definition.pattern);
      return names.length === 1 && names[0] === pattern ? [] : [{ sentence, names }];
    }),
  );
  expect(clashes).toEqual([]);
});

test('every value of every sentence can be read', () => {
  const read = library.stepDefinitions.flatMap(({ pattern, expression }) =>
    sentencesOf(pattern).flatMap((sentence) =>
      (expression.match(sentence) ?? []).map((argument) => argument.getValue(null)),
    ),
  );
  expect(read.length).toBeGreaterThan(300);
  expect(read.filter((value) => value === null || value === undefined)).toEqual([]);
});

test('every step says what it is for, what it needs, and takes what its pattern gives', () => {
  for (const { pattern, options, code } of library.stepDefinitions) {
    const meaning = stepMeaning(options.wrapperOptions);
    expect(meaning?.help.length, pattern).toBeGreaterThan(10);
    expect(meaning?.needs.every(isCapability), pattern).toBe(true);
    const count = (pattern.match(/\{/g) ?? []).length + (pattern.endsWith(':') ? 1 : 0);
    expect(code.length, pattern).toBe(count);
  }
});

test('the vocabulary reaches far enough to write with', () => {
  const roles = library.stepDefinitions.map(({ options }) => stepMeaning(options.wrapperOptions)?.role);
  expect(library.stepDefinitions.length).toBeGreaterThanOrEqual(60);
  expect(roles.filter((role) => role === 'observation').length).toBeGreaterThanOrEqual(25);
});

test.each([
  ['"Acme" subscribes to "Basic" on 03/04/2026', 'two different days'],
  ['the first invoice of "Acme" totals EUR 49', '2 digits after the point'],
  ['the first invoice of "Acme" totals EUR 1200.00', 'thousands in groups'],
  ['the first invoice of "Acme" totals $49.00', 'code, space'],
  ['the first invoice of "Acme" totals JPY 500.00', '0 digits after the point'],
  ['"Acme" subscribes to "Basic" on 30 February 2026', 'calendar day'],
])('%s is refused in words', (sentence, words) => {
  const definition = library.stepDefinitions.find(({ expression }) => expression.match(sentence) !== null);
  expect(() => definition?.expression.match(sentence)?.map((argument) => argument.getValue(null))).toThrow(
    words,
  );
});

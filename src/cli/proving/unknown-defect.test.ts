import { expect, test } from 'vitest';
import type { KnownDefect } from '../../prove/known-defects.ts';
import { unknownDefect } from './unknown-defect.ts';

const known = ['setup-fee-lost', 'setup-fee-each-period', 'late-fee-on-each-day', 'month-end-sticks'].map(
  (name): KnownDefect => ({
    name,
    row: 'RAT-01',
    family: 'RAT',
    stage: 'rating',
    effect: 'lost',
    severity: 'major',
    title: '',
    replaces: [],
  }),
);

test('names that share its words are told, those that share the most first', () => {
  expect(unknownDefect('setup-fee-gone', known).message).toBe(
    'Found --defect setup-fee-gone, expected the name of one of the 4 known defects, such as setup-fee-lost, setup-fee-each-period, late-fee-on-each-day.',
  );
});

test('where none shares a word, none is told', () => {
  expect(unknownDefect('nonsense', known).message).toBe(
    'Found --defect nonsense, expected the name of one of the 4 known defects.',
  );
});

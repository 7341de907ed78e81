import { expect, test } from 'vitest';
import type { DunningLevel, DunningPolicy } from '../../model/billing/dunning.ts';
import { addDays, localDate } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { type DunningCourse, dunnedOn, neverDunned } from './dunning-course.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');
const due = localDate('2026-01-15');
const level = (name: string, afterDays: number, costs: Partial<DunningLevel>): DunningLevel => ({
  name,
  afterDays,
  suspends: false,
  fee: null,
  interestPercent: null,
  ...costs,
});
const policy: DunningPolicy = {
  firstAttempt: 'issue-date',
  retryDays: [],
  ageFrom: 'due-date',
  threshold: null,
  levels: [
    level('reminder', 5, { fee: '5.00' }),
    level('warning', 30, { interestPercent: '9' }),
    level('stop', 60, { fee: '1.00', interestPercent: '9' }),
  ],
};

function owe(id: string, amount: string, dueDate = due) {
  return { id, due: eur(amount), dueDate, issueDate: addDays(dueDate, -14) };
}

function course(days: readonly (readonly [number, readonly ReturnType<typeof owe>[]])[]): DunningCourse {
  return days.reduce(
    (before, [days, owed]) =>
      dunnedOn(before, { day: addDays(due, days), owed, policy, rounding: 'half-up' }),
    neverDunned,
  );
}

test('each level is told once, with all that is late, and charged with interest since it was charged last', () => {
  const one = owe('one', '1000.00');
  const two = owe('two', '500.00', addDays(due, 28));
  const found = course([
    [4, [one]],
    [5, [one]],
    [6, [one]],
    [30, [one, two]],
    [60, [one, two]],
  ]);
  expect(found.reminders.map(({ level: name, overdue }) => [name, overdue])).toEqual([
    ['reminder', eur('1000.00')],
    ['warning', eur('1500.00')],
    ['stop', eur('1500.00')],
  ]);
  // 1000.00 × 9 % × 30/365 = 7.397…; 500.00 for 2 days 0.246…, for 30 days 3.698….
  expect(found.charges.map(({ fee, interest }) => [fee, interest])).toEqual([
    [eur('5.00'), eur('0.00')],
    [eur('0.00'), eur('7.65')],
    [eur('1.00'), eur('11.10')],
  ]);
});

test('who pays the oldest debt falls to a softer level in silence, and is told again when he comes back', () => {
  const one = owe('one', '10.00');
  const two = owe('two', '10.00', addDays(due, 20));
  const fallen = course([
    [30, [one, two]],
    [30, [owe('one', '0.00'), two]],
  ]);
  expect(fallen.level?.name).toBe('reminder');
  expect(fallen.reminders).toHaveLength(1);
  const back = course([
    [30, [one, two]],
    [30, [owe('one', '0.00'), two]],
    [50, [owe('one', '0.00'), two]],
  ]);
  expect(back.reminders.map(({ level: name }) => name)).toEqual(['warning', 'warning']);
});

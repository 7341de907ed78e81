import { chargesOf, late, level, policy, stateOf } from './late-debtor.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';

/** Ada owes EUR 1,000.00 since 1 January, due on the 15th, and is dunned by other terms than the usual ones. */
export const dunningTermsWitnesses: Readonly<Record<string, Witness>> = {
  'hard-decline-on-due-day-tried-again': {
    today,
    right: 1,
    wrong: 2,
    look: async (world) => {
      const levels = [{ ...level, name: 'stop', afterDays: 90 }];
      const pays = await late(world, 'year', { firstAttempt: 'due-date', levels });
      return chargesOf(pays, 'declines-hard', ['2026-02-10']);
    },
  },
  'only-level-needs-no-threshold': {
    today,
    right: [null, false],
    wrong: ['stop', true],
    look: async (world) => {
      const levels = [{ ...level, name: 'stop', afterDays: 10, suspends: true }];
      const pays = await late(world, 'year', { levels, threshold: '1000.01' });
      await world.advance('2026-01-13');
      const { level: reached, isSuspended } = await stateOf(pays);
      return [reached, isSuspended];
    },
  },
  'level-passed-over-untold': {
    today,
    right: 1,
    wrong: 0,
    look: async (world) => {
      const pays = await late(world, 'year', { threshold: '5000.00' });
      await world.advance('2026-01-25');
      await world.call('PUT', '/v1/dunning-policy', policy);
      await world.advance('2026-01-26');
      return (await stateOf(pays)).reminders.length;
    },
  },
  'interest-at-whole-percent': {
    today,
    right: '1.50',
    wrong: '1.48',
    look: async (world) => {
      const levels = [{ ...level, name: 'stop', afterDays: 20, interestPercent: '9.12' }];
      const pays = await late(world, 'year', { levels });
      await world.advance('2026-01-22');
      return (await stateOf(pays)).charges[0]?.interest.amount;
    },
  },
};

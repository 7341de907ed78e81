import { describe } from 'vitest';
import { billHistories } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import { expectDrawn } from '../../../scenario/drawn/expect-drawn.ts';
import { generatedHistories } from '../../../scenario/drawn/generated-history.ts';
import { needsOfDrawn } from '../../../scenario/drawn/needs-of-drawn.ts';
import { type HabitSetting, settingsOf } from '../../../scenario/policy-settings.ts';

/**
 * What a habit of rounding makes of credits and of gross prices, nobody states, nor which invoices use up a coupon where
 * credits are reduced by those of their own day. Whose day a change is, and where periods begin after a trial, decides on
 * which days nothing should be told. Other checks have all these.
 */
const settings = settingsOf(
  'dayCount',
  'prorationCredit',
  'zeroUsage',
  'existingSubscriptions',
  'minimumInPartPeriod',
  'taxPoint',
);

/** So many of them, others with the next seed. */
function turnOf(seed: number, count: number): readonly HabitSetting[] {
  const first = (seed * count) % settings.length;
  return [...settings, ...settings].slice(first, first + count);
}

describe('Customers nobody thought of, under legal habits', () => {
  check(
    'of days and prices, are billed as the oracle says',
    {
      topic: 'document',
      needs: [...needsOfDrawn, 'policy.settings'],
      tags: ['@generated', '@policy'],
      timeoutMs: 60_000,
    },
    async (world) => {
      for (const { habit, value, setting } of turnOf(world.seed, world.casesOf(3))) {
        world.setPolicy(setting);
        const wanted = { seed: world.seed, salt: `${habit} ${value}`, count: 1 };
        const histories = generatedHistories(wanted).map((history) => ({
          ...history,
          name: `${history.name}, ${habit} ${value}`,
        }));
        await expectDrawn(world, histories, await billHistories(world, histories));
      }
    },
  );
});

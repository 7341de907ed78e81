import { describe } from 'vitest';
import { billHistories } from '../../scenario/billed-history.ts';
import { check } from '../../scenario/check.ts';
import { expectDrawn } from '../../scenario/drawn/expect-drawn.ts';
import { generatedHistories } from '../../scenario/drawn/generated-history.ts';
import { needsOfDrawn } from '../../scenario/drawn/needs-of-drawn.ts';
import { type HabitSetting, settingsOf } from '../../scenario/policy-settings.ts';

/** Habits that a few bills show, and all those that seldom make a difference; whose day a change is, is told in other checks. */
const kinds: readonly {
  readonly title: string;
  readonly always: readonly HabitSetting[];
  readonly drawn: readonly HabitSetting[];
}[] = [
  {
    title: 'of roundings and reductions',
    always: settingsOf('roundingPoint'),
    drawn: settingsOf('roundingMode', 'taxBase', 'shareRemainder', 'discountOrder'),
  },
  {
    title: 'of days and prices',
    always: settingsOf('dayCount'),
    drawn: settingsOf(
      'prorationCredit',
      'zeroUsage',
      'existingSubscriptions',
      'minimumInPartPeriod',
      'taxPoint',
      'creditTerms',
      'trialPeriods',
    ),
  },
];

/** So many of them, others with the next seed. */
function turnOf(seed: number, settings: readonly HabitSetting[], count: number): readonly HabitSetting[] {
  const first = (seed * count) % settings.length;
  return [...settings, ...settings].slice(first, first + count);
}

describe('Customers nobody thought of, under legal habits', () => {
  for (const { title, always, drawn } of kinds)
    check(
      `${title}, are billed as the oracle says`,
      {
        topic: 'document',
        needs: [...needsOfDrawn, 'policy.settings'],
        tags: ['@generated', '@policy'],
        timeoutMs: 60_000,
      },
      async (world) => {
        for (const { habit, value, setting } of [...always, ...turnOf(world.seed, drawn, 2)]) {
          world.setPolicy(setting);
          const wanted = { seed: world.seed, salt: `${habit} ${value}`, count: world.casesOf(1) };
          const histories = generatedHistories(wanted);
          await expectDrawn(world, histories, await billHistories(world, histories));
        }
      },
    );
});

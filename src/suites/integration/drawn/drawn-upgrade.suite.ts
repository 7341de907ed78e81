import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { billHistoriesBesides } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import { firstDay } from '../../../scenario/drawn/customer-history.ts';
import { expectDrawn } from '../../../scenario/drawn/expect-drawn.ts';
import { generatedHistories } from '../../../scenario/drawn/generated-history.ts';
import { needsOfDrawn } from '../../../scenario/drawn/needs-of-drawn.ts';
import type { BesidesAct } from '../../../scenario/drawn/play-history.ts';

/** While most are in their trials or first periods, while the last have begun, and when all have changed since. */
const daysUntilUpgrade = {
  'in its first days': 6,
  'after some weeks': 47,
  'after half a year': 190,
} as const;

describe('Stored data under a new version', () => {
  for (const [when, days] of Object.entries(daysUntilUpgrade)) {
    check(
      `Generated customers are billed as if there had been no upgrade ${when}`,
      { topic: 'calendar', needs: [...needsOfDrawn, 'upgrade'], tags: ['@generated'], timeoutMs: 120_000 },
      async (world) => {
        const histories = generatedHistories({ seed: world.seed, salt: when, count: world.casesOf(16) });
        const on = addDays(firstDay(histories), days);
        const besides: readonly BesidesAct[] = [{ on, act: (session) => session.upgradeData() }];
        await expectDrawn(
          world,
          histories,
          await billHistoriesBesides(world, histories, { steps: 'jump', besides }),
        );
      },
    );
  }
});

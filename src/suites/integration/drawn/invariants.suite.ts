import { describe } from 'vitest';
import { billHistories } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import { expectDrawn } from '../../../scenario/drawn/expect-drawn.ts';
import { generatedHistories } from '../../../scenario/drawn/generated-history.ts';
import { needsOfDrawn } from '../../../scenario/drawn/needs-of-drawn.ts';

describe('Customers nobody thought of', () => {
  for (const group of ['first', 'second', 'third'] as const) {
    check(
      `A ${group} group of generated customers is billed as the oracle says, and each invoice adds up`,
      { topic: 'document', needs: needsOfDrawn, tags: ['@generated'], timeoutMs: 60_000 },
      async (world) => {
        const histories = generatedHistories({ seed: world.seed, salt: group, count: world.casesOf(3) });
        const steps = group === 'second' ? 'monthly' : 'jump';
        const billed = await billHistories(world, histories, steps);
        await expectDrawn(world, histories, billed);
      },
    );
  }
});

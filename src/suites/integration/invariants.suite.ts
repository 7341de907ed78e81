import { describe } from 'vitest';
import { billHistories } from '../../scenario/billed-history.ts';
import { check } from '../../scenario/check.ts';
import { expectDrawn } from '../../scenario/drawn/expect-drawn.ts';
import { generatedHistories } from '../../scenario/drawn/generated-history.ts';

const needs = [
  'clock',
  'price.flat',
  'price.per-unit',
  'price.graduated',
  'price.volume',
  'price.package',
  'usage',
  'tax',
  'discount',
  'subscription.change',
  'subscription.cancel',
  'subscription.quantity',
  'subscription.pause',
  'subscription.undo',
  'subscription.backdate',
  'subscription.trial',
  'subscription.add-on',
  'subscription.negotiated',
  'subscription.term',
  'subscription.calendar',
  'price.one-off',
  'price.currencies',
  'price.stairstep',
  'price.percentage',
  'price.dynamic',
  'price.versions',
  'price.minimum',
  'price.allowance',
  'usage.aggregation',
  'usage.dimensions',
  'usage.corrections',
  'usage.late',
  'tax.place',
  'tax.status',
  'tax.categories',
  'tax.gross-prices',
  'coupon',
  'coupon.limits',
] as const;

describe('Customers nobody thought of', () => {
  for (const group of ['first', 'second', 'third'] as const) {
    check(
      `A ${group} group of generated customers is billed as the oracle says, and each invoice adds up`,
      { topic: 'document', needs, tags: ['@generated'], timeoutMs: 60_000 },
      async (world) => {
        const histories = generatedHistories({ seed: world.seed, salt: group, count: world.casesOf(3) });
        const steps = group === 'second' ? 'monthly' : 'jump';
        const billed = await billHistories(world, histories, steps);
        await expectDrawn(world, histories, billed);
      },
    );
  }
});

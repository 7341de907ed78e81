import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import { settingsOf } from '../../../scenario/policy-settings.ts';
import { habitsOfBills, policyLives } from './policy-lives.ts';

const needs = [
  'policy.settings',
  'clock',
  'price.flat',
  'price.per-unit',
  'price.minimum',
  'price.versions',
  'subscription.change',
  'subscription.quantity',
  'subscription.cancel',
  'subscription.trial',
  'usage',
  'usage.late',
  'tax',
  'discount',
  'coupon',
] as const;

describe('Under each legal habit', () => {
  for (const { habit, value, setting } of settingsOf(...habitsOfBills)) {
    check(
      `${habit} ${value}: every bill is right`,
      { topic: 'calendar', needs: [...needs], tags: ['@policy'], timeoutMs: 60_000 },
      async (world) => {
        world.setPolicy(setting);
        for (const [what, history] of policyLives) {
          const { invoices } = await expectHistory(world, history);
          const { paymentTermDays } = world.profile;
          for (const invoice of invoices)
            world.expectEqual(
              `${what}: due day of ${invoice.issueDate}`,
              addDays(invoice.issueDate, paymentTermDays),
              invoice.dueDate,
            );
        }
      },
    );
  }
});

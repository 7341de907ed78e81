import { describe } from 'vitest';
import { canonicalDecimal, compareDecimals } from '../../model/decimal.ts';
import { expectBilling, expectSound } from '../../scenario/billing-agreement.ts';
import { loadOperations } from '../../scenario/billing-session.ts';
import { check } from '../../scenario/check.ts';
import type { World } from '../../scenario/world.ts';
import { firstPeriod, loadHistory, loadMeter } from './population.ts';
import { type SettledCustomer, settledLoad } from './settled-load.ts';

const needs = ['load', 'clock', 'usage', 'price.flat', 'price.graduated'] as const;
const options = { topic: 'load', needs, timeoutMs: 60_000 } as const;

/** What was used for certain: what was accepted, and of the requests without an answer those that the target holds. */
function usedBy({ accepted, unknown, counted }: SettledCustomer): number {
  const held = Array.from({ length: unknown + 1 }, (_, more) => accepted + more).find(
    (count) => compareDecimals(counted, String(count)) === 0,
  );
  return held ?? accepted;
}

function billedUsageOf({ invoices }: SettledCustomer): readonly string[] {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  const usage = lines.filter(({ kind, charge }) => kind === 'usage' && charge === `${loadMeter}-usage`);
  return usage.map(({ quantity }) => canonicalDecimal(quantity));
}

function expectEveryCustomer(
  world: World,
  customers: readonly SettledCustomer[],
  expectation: (customer: SettledCustomer, name: string) => void,
): void {
  world.expectThat(
    customers.length > 0,
    'Found no customer of the load, expected those that were made before it.',
  );
  for (const customer of customers) expectation(customer, `Load customer ${customer.number + 1}`);
}

describe('After the load', () => {
  check(
    'No accepted usage is lost, and none is counted twice',
    { ...options, tags: ['@risk-high'] },
    async (world) => {
      const { customers, outcomes } = await settledLoad(world);
      world.expectThat(
        (outcomes.operations['usage.ingest']?.done ?? 0) > 0,
        'The load had no usage accepted, so nothing was proven.',
      );
      expectEveryCustomer(world, customers, (customer, name) => {
        const used = String(usedBy(customer));
        world.expectEqual(`${name}, usage held by the target`, used, canonicalDecimal(customer.counted));
        world.expectEqual(`${name}, usage billed`, used === '0' ? [] : [used], billedUsageOf(customer));
      });
    },
  );

  check(
    'Each customer is charged what his accepted usage costs, to the cent',
    { ...options, tags: ['@risk-high'] },
    async (world) => {
      const { customers } = await settledLoad(world);
      expectEveryCustomer(world, customers, (customer, name) => {
        expectBilling(world, loadHistory(customer.number, usedBy(customer)), customer.invoices);
        for (const invoice of customer.invoices) expectSound(world, name, invoice);
      });
    },
  );

  check(
    'Each customer is invoiced once for each period, whatever bill runs met under load',
    options,
    async (world) => {
      const { customers } = await settledLoad(world);
      expectEveryCustomer(world, customers, ({ invoices }, name) => {
        const days = invoices.map(({ issueDate }) => issueDate);
        world.expectEqual(`${name}, days with an invoice`, [firstPeriod.from, firstPeriod.to], days);
      });
    },
  );

  check(
    'The target’s own log counts the requests that were sent, operation by operation',
    { ...options, needs: [...needs, 'request-log'] },
    async (world) => {
      const { outcomes, logged } = await settledLoad(world);
      for (const operation of loadOperations) {
        const started = outcomes.operations[operation]?.started ?? 0;
        world.expectThat(started > 0, `The load made no request for ${operation}.`);
        world.expectEqual(`requests for ${operation}`, started, logged[operation]);
      }
    },
  );

  check('No request of the load is left without a known outcome', options, async (world) => {
    const { outcomes, customers } = await settledLoad(world);
    for (const operation of loadOperations) {
      const counts = outcomes.operations[operation];
      world.expectEqual(`lost requests for ${operation}`, 0, counts?.lost ?? 'no counts');
      const named = outcomes.notFine.filter((one) => one.operation === operation).length;
      world.expectEqual(`failed requests for ${operation} that are known by number`, counts?.failed, named);
    }
    expectEveryCustomer(world, customers, ({ accepted, unknown, counted }, name) => {
      const most = String(accepted + unknown);
      const isWithin = compareDecimals(counted, String(accepted)) >= 0 && compareDecimals(counted, most) <= 0;
      world.expectThat(
        isWithin,
        `${name}: the target holds ${counted} units, expected ${accepted} to ${most}.`,
      );
    });
  });
});

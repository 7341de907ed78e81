import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { check } from '../../../scenario/check.ts';
import { billingStart, eur } from '../../../scenario/situations/paying-customer.ts';
import { atEngine, type TaxedCustomer } from '../../../scenario/situations/tax-engine-street.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'tax.categories', 'neighbour.tax-engine'] as const;
const topic = 'tax' as const;

/** 20% of 100.00 and 5% of 50.00. */
async function expectTaxed(world: World, { session, customerId }: TaxedCustomer, count = 1) {
  const invoices = await session.invoices(customerId);
  world.expectEqual('invoices', count, invoices.length);
  for (const { number, tax, total } of invoices)
    for (const [measure, expected, actual] of [
      ['tax', eur('22.50'), tax],
      ['total', eur('172.50'), total],
    ] as const)
      world.expectMoney({
        measure,
        expected,
        actual,
        nature: 'charge',
        customer: 'Acme',
        invoice: number,
        explanation: '20% of EUR 100.00 and 5% of EUR 50.00, as the tax engine says.',
      });
}

async function expectNothingIssued(world: World, { session, customerId }: TaxedCustomer) {
  world.expectEqual('invoices without an answer', 0, (await session.invoices(customerId)).length);
  if (world.can('ledger'))
    world.expectEqual('postings without an answer', 0, (await session.ledger(customerId)).length);
}

describe('An invoice whose tax an engine knows', () => {
  for (const { what, trouble } of [
    { what: 'is taxed line by line as it says', trouble: 'none' },
    { what: 'is taxed the same when the lines come back in another order', trouble: 'reversed' },
  ] as const)
    check(what, { topic, needs, tags: ['@tax', '@risk-high'] }, async (world) => {
      await atEngine(world, trouble, (taxed) => expectTaxed(world, taxed));
    });

  for (const { what, trouble } of [
    { what: 'is away', trouble: 'away' },
    { what: 'breaks off its answer', trouble: 'cut-off' },
    { what: 'leaves a line out', trouble: 'one-line-missing' },
    { what: 'names no rate', trouble: 'no-rate' },
    { what: 'loses its answer', trouble: 'lost' },
  ] as const)
    check(
      `is not issued while the engine ${what}, and is issued once it answers`,
      { topic, needs, tags: ['@tax', '@risk-high'] },
      async (world) => {
        await atEngine(world, trouble, async (taxed) => {
          await expectNothingIssued(world, taxed);
          await taxed.session.advanceTo(addDays(billingStart, 1));
          await expectNothingIssued(world, taxed);
          taxed.engine.behave({ kind: 'well' });
          taxed.engine.suffer('none');
          await taxed.session.bill(addDays(billingStart, 1));
          await expectTaxed(world, taxed);
        });
      },
    );

  check(
    'keeps its tax when the engine says otherwise later',
    { topic, needs, tags: ['@tax'] },
    async (world) => {
      await atEngine(world, 'none', async (taxed) => {
        taxed.engine.setRate('', '50');
        await taxed.session.bill(billingStart);
        await expectTaxed(world, taxed);
      });
    },
  );

  check('is found by the next run of the month, too', { topic, needs, tags: ['@tax'] }, async (world) => {
    await atEngine(world, 'none', async (taxed) => {
      taxed.engine.behave({ kind: 'away' });
      await taxed.session.advanceTo(localDate('2026-02-01'));
      await expectTaxed(world, taxed);
      taxed.engine.behave({ kind: 'well' });
      await taxed.session.advanceTo(localDate('2026-02-03'));
      await taxed.session.bill(localDate('2026-02-03'));
      await expectTaxed(world, taxed, 2);
    });
  });
});

import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { localDate } from '../../../model/date.ts';
import { formatMoney, moneyOf } from '../../../model/money.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

/** All that an auditor reads on an invoice about its tax. */
function taxFacts(invoice: Invoice | undefined): unknown {
  return {
    tax: invoice === undefined ? null : formatMoney(invoice.tax),
    total: invoice === undefined ? null : formatMoney(invoice.total),
    lines: invoice?.lines.map(({ tax, taxPercent, taxTreatment }) => [
      formatMoney(tax),
      taxPercent,
      taxTreatment,
    ]),
    rates: invoice?.taxes?.map(({ ratePercent, treatment, base, tax }) => [
      ratePercent,
      treatment,
      formatMoney(base),
      formatMoney(tax),
    ]),
  };
}

describe('A tax rate that is taken away', () => {
  check(
    'leaves invoices as they were issued, and later ones without it',
    {
      topic: 'tax',
      needs: ['clock', 'price.flat', 'tax', 'tax.deletion'],
      tags: ['@tax', '@taxrules', '@risk-high'],
    },
    async (world) => {
      const session = await world.target('2026-01-01');
      const rate = { country: 'DE', from: localDate('2020-01-01') };
      await session.setTaxRate({ ...rate, ratePercent: '19' });
      const start = localDate('2026-01-01');
      const plan = monthlyPlan('basic', [fee('100.00')]);
      const { customerId } = await openContract(world, { customer: 'Acme', plan, start, session });
      const [issued] = await session.invoices(customerId);
      await session.deleteTaxRate(rate);
      await session.advanceTo(localDate('2026-02-01'));
      const [kept, later] = await session.invoices(customerId);
      world.expectThat(issued !== undefined, 'Found no invoice of the first month.');
      world.expectEqual('tax while there was a rate', moneyOf(19_00n, 'EUR'), issued?.tax);
      world.expectEqual('tax of the issued invoice, in the list', taxFacts(issued), taxFacts(kept));
      if (issued !== undefined) {
        const alone = await session.invoice(issued.id);
        world.expectEqual('tax of the issued invoice, by itself', taxFacts(issued), taxFacts(alone));
      }
      world.expectThat(
        issued?.taxes === undefined || issued.taxes.length > 0,
        'The invoice does not say how its tax was made.',
      );
      world.expectMoney({
        measure: 'tax after the rate is gone',
        expected: moneyOf(0n, 'EUR'),
        actual: later?.tax ?? moneyOf(1n, 'EUR'),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'No rate is left for the country.',
      });
    },
  );
});

describe('The newest of two tax rates', () => {
  check(
    'is taken away, and the one before it is in force again',
    {
      topic: 'tax',
      needs: ['clock', 'price.flat', 'tax', 'tax.deletion'],
      tags: ['@edge', '@tax', '@taxrules'],
    },
    async (world) => {
      const session = await world.target('2026-01-01');
      const country = 'DE';
      await session.setTaxRate({ country, from: localDate('2020-01-01'), ratePercent: '19' });
      await session.setTaxRate({ country, from: localDate('2026-02-01'), ratePercent: '21' });
      const start = localDate('2026-01-01');
      const plan = monthlyPlan('basic', [fee('100.00')]);
      const { customerId } = await openContract(world, { customer: 'Acme', plan, start, session });
      await session.advanceTo(localDate('2026-02-01'));
      await session.deleteTaxRate({ country, from: localDate('2026-02-01') });
      await session.advanceTo(localDate('2026-03-01'));
      const taxes = (await session.invoices(customerId)).map(({ tax }) => tax);
      const expected = [19_00n, 21_00n, 19_00n].map((minor) => moneyOf(minor, 'EUR'));
      world.expectEqual('tax of January, February and March', expected, taxes);
    },
  );
});

describe('A credit', () => {
  check(
    'carries the tax of the days that it gives back, not that of the day on which it does',
    {
      topic: 'tax',
      needs: ['clock', 'price.flat', 'tax', 'discount', 'subscription.cancel'],
      tags: ['@tax', '@taxrules', '@risk-high'],
    },
    async (world) => {
      await expectHistory(
        world,
        castHistory('Kim', {
          plans: [monthlyPlan('basic', [fee('31.00')])],
          subscriptions: [subscriptionOf('basic', '2026-01-01', { cancelledOn: localDate('2026-01-11') })],
          taxRates: [taxFrom('2020-01-01', '19'), taxFrom('2026-01-05', '25')],
          discounts: [{ from: localDate('2026-01-06'), percent: '50' }],
          until: '2026-02-01',
        }),
      );
    },
  );
});

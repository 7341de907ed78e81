import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { decimalFrom } from '../../../model/decimal.ts';
import { expectHistory } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  type CustomerHistory,
  castHistory,
  fee,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { expectExportsAgree } from '../../../scenario/exports.ts';
import { expectDocumentAgrees } from '../../../scenario/pdf/invoice-document.ts';

const needs = ['clock', 'price.flat', 'price.several-fees', 'tax', 'subscription.cancel'] as const;
const tags = ['@edge', '@risk-high'];
/** From a single coin to as much as a large company pays in a year. */
const most = '31415926535';

/** A fee of each number of digits; after ten days the rest of the month is given back, of each of them. */
function everySize(name: string, currency: string, digits: number): CustomerHistory {
  const fees = Array.from(most, (_, index) =>
    fee(decimalFrom(BigInt(most.slice(0, index + 1)), digits), `fee-${index + 1}`),
  );
  return castHistory(name, {
    plans: [monthlyPlan(`plan-${currency}`, fees, { currency })],
    subscriptions: [
      subscriptionOf(`plan-${currency}`, '2026-01-01', { cancelledOn: localDate('2026-01-11') }),
    ],
    taxRates: [taxFrom('2020-01-01', '19')],
    until: '2026-02-05',
  });
}

describe('Amounts of every size, charged and given back,', () => {
  for (const [name, currency, digits] of [
    ['Acme', 'EUR', 2],
    ['Sakura', 'JPY', 0],
    ['Dhow', 'KWD', 3],
  ] as const) {
    const history = everySize(name, currency, digits);

    check(
      `in ${currency} are in the files as they are on the invoice`,
      { topic: 'reconciliation', needs: [...needs, 'ledger', 'payment', 'export'], tags },
      async (world) => {
        const { session, customer, invoices } = await expectHistory(world, history);
        const [first] = invoices;
        const amount = { currency, amountMinor: (first?.due.amountMinor ?? 0n) / 3n };
        await session.pay({ key: `${world.checkId}-pay`, invoiceId: first?.id ?? '', amount });
        const { timeZone } = history.billing;
        const { customerId } = customer;
        await expectExportsAgree(world, session, [{ customerId, name, timeZone }]);
      },
    );

    check(
      `in ${currency} are on the PDF as they are on the invoice`,
      { topic: 'document', needs: [...needs, 'invoice.pdf'], tags: [...tags, '@document'] },
      async (world) => {
        const { session, invoices } = await expectHistory(world, history);
        world.expectEqual('invoices, of which the last gives back', 2, invoices.length);
        for (const invoice of invoices)
          expectDocumentAgrees(world, await session.invoicePdf(invoice.id), { invoice, name });
      },
    );
  }
});

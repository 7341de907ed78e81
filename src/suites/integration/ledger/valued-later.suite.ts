import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { statement } from '../../../scenario/situations/bank-street.ts';
import { balanceOf, ecb, foreignCustomer } from '../../../scenario/situations/foreign-customer.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { billingStart, eur } from '../../../scenario/situations/paying-customer.ts';

const needs = ['clock', 'price.flat', 'payment', 'ledger', 'legal-entity', 'exchange-rates'] as const;
const tags = ['@close', '@edge', '@risk-high'];

interface GoneBack {
  readonly key: string;
  readonly paymentId: string;
}

const usd = (amount: string) => parseMoney(amount, 'USD');

describe('A credit note in another currency than the books', () => {
  check(
    'takes back what the invoice was worth, and wins or loses nothing by a rate of later',
    { topic: 'ledger', needs: [...needs, 'tax', 'credit-note', 'balance'], tags },
    async (world) => {
      const later = addDays(billingStart, 9);
      const foreign = await foreignCustomer(world, {
        name: 'Globex',
        amount: '100.00',
        rates: [ecb('USD', '0.9'), ecb('USD', '0.7', later)],
      });
      const { session, customerId } = foreign;
      const [invoice] = await session.invoices(customerId);
      const invoiceId = invoice?.id ?? '';
      await session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: usd('119.00') });
      await session.advanceTo(later);
      const part = { kind: 'whole' } as const;
      await session.creditNote({ key: `${world.checkId}-note`, invoiceId, part, reason: 'goodwill' });
      const values = await session.bookValues(customerId);
      // USD 119.00 came at 0.9 and is owed back; the 0.7 of later is nobody's.
      world.expectEqual(
        'cash, debt to the customer, and what the rate won',
        [eur('107.10'), eur('-107.10'), eur('0.00')],
        [
          balanceOf(values, 'cash'),
          balanceOf(values, 'customer-credit'),
          balanceOf(values, 'exchange-gain', 'exchange-loss'),
        ],
      );
    },
  );
});

describe('Money in another currency than the books that goes back', () => {
  for (const { what, also, back } of [
    {
      what: 'by a chargeback',
      also: ['payment.gateway', 'payment.chargeback'],
      back: (session: BillingSession, { key, paymentId }: GoneBack) =>
        session.notifyPayment({ id: key, paymentId, outcome: 'charged-back' }),
    },
    {
      what: 'by a refund',
      also: ['payment.refund'],
      back: (session: BillingSession, { key, paymentId }: GoneBack) =>
        session.refund({ key, paymentId, amount: usd('119.00') }),
    },
  ] as const)
    check(
      `${what} leaves at the rate of that day, and is owed again at the rate of its invoice`,
      { topic: 'ledger', needs: [...needs, 'tax', ...also], tags },
      async (world) => {
        const [paidOn, backOn] = [addDays(billingStart, 7), addDays(billingStart, 12)];
        const { session, customerId } = await foreignCustomer(world, {
          name: 'Globex',
          amount: '100.00',
          rates: [ecb('USD', '0.9'), ecb('USD', '0.95', paidOn), ecb('USD', '0.85', backOn)],
        });
        const [invoice] = await session.invoices(customerId);
        await session.advanceTo(paidOn);
        const payment = { invoiceId: invoice?.id ?? '', amount: usd('119.00') };
        const { id: paymentId } = await session.pay({ key: `${world.checkId}-pay`, ...payment });
        await session.advanceTo(backOn);
        await back(session, { key: `${world.checkId}-back`, paymentId });
        const values = await session.bookValues(customerId);
        // EUR 113.05 came and 101.15 went; EUR 107.10 are owed as on the first day.
        world.expectEqual(
          'cash, owed again, and what the rates won',
          [eur('11.90'), eur('107.10'), eur('-11.90')],
          [
            balanceOf(values, 'cash'),
            balanceOf(values, 'receivables'),
            balanceOf(values, 'exchange-gain', 'exchange-loss'),
          ],
        );
      },
    );
});

describe('A booking of the bank that nobody can value yet', () => {
  check(
    'is refused, and is taken when it comes again with a rate',
    { topic: 'payment', needs: [...needs, 'bank.files'], tags },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('50.00')], { currency: 'USD' });
      const contract = await openContract(world, { customer: 'Globex', plan, start: billingStart });
      const { session, customerId } = contract;
      const [invoice] = await session.invoices(customerId);
      // The invoice is older than the company that has its books in euros.
      await session.createLegalEntity({ key: 'eu', name: 'Europa', numberPrefix: 'EU-', currency: 'EUR' });
      await session.assignToEntity(customerId, 'eu');
      const line = { reference: 'B1', amount: '50.00', currency: 'USD', text: invoice?.number ?? '' };
      const [first] = await session.importStatement(statement(line));
      await session.setExchangeRate(ecb('USD', '0.9', localDate('2026-01-01')));
      if (first?.kind === 'rejected') await session.importStatement(statement(line));
      const { due } = await session.invoice(invoice?.id ?? '');
      world.expectMoney({
        measure: 'left to pay',
        expected: usd('0.00'),
        actual: due,
        nature: 'charge',
        customer: 'Globex',
        invoice: invoice?.number ?? '',
        explanation: `The bank told of USD 50.00 for it; the first time that was ${first?.kind}.`,
      });
    },
  );
});

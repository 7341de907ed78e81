import { describe } from 'vitest';
import { addDays, localDate } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { check } from '../../scenario/check.ts';
import { fee, monthlyPlan } from '../../scenario/drawn/customer-history.ts';
import { statement } from '../../scenario/situations/bank-street.ts';
import { balanceOf, ecb, foreignCustomer } from '../../scenario/situations/foreign-customer.ts';
import { openContract } from '../../scenario/situations/open-contract.ts';
import { billingStart, eur } from '../../scenario/situations/paying-customer.ts';

const needs = ['clock', 'price.flat', 'payment', 'ledger', 'legal-entity', 'exchange-rates'] as const;
const tags = ['@close', '@edge', '@risk-high'];
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

import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { formatMoney, type Money, parseMoney, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { debtor, eur, now } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');

/** A target may refuse; what it says that it took, it must have. */
describe('What is answered as done', () => {
  check(
    'Money that is above what is due is refused, or kept for the customer',
    { topic: 'payment', needs: ['price.flat', 'payment'], tags: ['@risk-high'] },
    async (world) => {
      const debt = await debtor(world, '50.00');
      const { session, invoice, customerId } = debt;
      const taken: Money[] = [];
      const pay = async (key: string, amount: Money) => {
        const payment = { key: `${world.checkId}-${key}`, invoiceId: invoice.id, amount };
        if ((await refusalOf(session.pay(payment))) === 'accepted') taken.push(amount);
      };
      await pay('above', eur('80.00'));
      const { due } = await now(debt);
      if (due.amountMinor > 0n) await pay('all', due);
      await pay('once-more', eur('30.00'));
      const paid = (await session.invoices(customerId)).map((one) => one.paid);
      const kept = world.can('balance') ? [(await session.balance(customerId)).amount] : [];
      world.expectMoney({
        measure: 'money that the customer has paid',
        expected: sumMoney(taken, 'EUR'),
        actual: sumMoney([...paid, ...kept], 'EUR'),
        nature: 'credit',
        customer: 'Acme',
        invoice: invoice.number,
        explanation: `Answered as taken: ${taken.map(formatMoney).join(', ')}. It is paid for an invoice, or it stands on the customer's balance.`,
      });
    },
  );

  check(
    'Parts of a unit that are taken are billed',
    { topic: 'usage', needs: ['clock', 'usage', 'price.per-unit'], tags: ['@risk-high'] },
    async (world) => {
      const plan = monthlyPlan('metered', [metered('calls', { kind: 'per-unit', unit: '1.00' })]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, customerId } = contract;
      const quantities = ['1.5', '2.25', '4'];
      const results = await session.sendUsage(
        quantities.map((quantity, index) => ({
          id: `${world.checkId}-${index}`,
          customerId,
          meter: 'calls',
          quantity,
          at: instant(`2026-01-1${index}T12:00:00Z`),
        })),
      );
      const taken = quantities.filter((_, index) => results[index]?.outcome === 'accepted');
      await session.advanceTo(localDate('2026-02-01'));
      await expectBilled(world, contract, {
        expected: sumMoney(
          taken.map((quantity) => parseMoney(quantity, 'EUR')),
          'EUR',
        ),
        because: `Accepted at EUR 1.00 a unit: ${taken.join(', ')}.`,
      });
    },
  );

  check(
    'A month whose invoice was voided is in no later bill',
    { topic: 'credit', needs: ['clock', 'price.flat', 'invoice.void'], tags: ['@credit', '@risk-high'] },
    async (world) => {
      const plan = monthlyPlan('basic', [fee('80.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session } = contract;
      const { id } = await nthInvoice(contract, 1);
      const voided = await session.voidInvoice(`${world.checkId}-void`, id);
      world.expectEqual('status', 'void', voided.status);
      await session.advanceTo(localDate('2026-02-01'));
      await expectBilled(world, contract, {
        expected: eur('80.00'),
        because: 'February alone: nobody asked for January to be billed again.',
      });
    },
  );

  check(
    'A million is billed and paid like any other amount',
    { topic: 'order-to-cash', needs: ['price.flat', 'payment'], tags: ['@risk-high'] },
    async (world) => {
      const plan = monthlyPlan('fleet', [fee('1000000.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const amount = eur('1000000.00');
      await expectBilled(world, contract, { expected: amount, because: 'The fee is due in advance.' });
      const [invoice] = await contract.session.invoices(contract.customerId);
      if (invoice === undefined) return;
      const payment = { key: `${world.checkId}-pay`, invoiceId: invoice.id, amount };
      world.expectEqual('payment', 'accepted', await refusalOf(contract.session.pay(payment)));
      const { due } = await contract.session.invoice(invoice.id);
      world.expectMoney({
        measure: 'left to pay',
        expected: eur('0.00'),
        actual: due,
        nature: 'charge',
        customer: 'Acme',
        invoice: invoice.number,
        explanation: 'All of it was paid.',
      });
    },
  );

  check(
    'A million that comes by itself is taken and kept',
    { topic: 'payment', needs: ['price.flat', 'payment', 'payment.receive'], tags: ['@risk-high'] },
    async (world) => {
      const { session, customerId } = await debtor(world, '50.00');
      const amount = eur('1000050.00');
      const { payments, surplus } = await session.receive({
        key: `${world.checkId}-receipt`,
        customerId,
        amount,
        invoiceIds: null,
      });
      world.expectMoney({
        measure: 'money that was taken',
        expected: amount,
        actual: sumMoney([...payments.map((payment) => payment.amount), surplus], 'EUR'),
        nature: 'credit',
        customer: 'Acme',
        explanation: 'EUR 50.00 pays the invoice, a million is kept for the next ones.',
      });
    },
  );
});

/** What stands on all invoices in force. */
async function expectBilled(
  world: World,
  { session, customerId }: OpenContract,
  { expected, because }: { readonly expected: Money; readonly because: string },
): Promise<void> {
  const inForce = (await session.invoices(customerId)).filter(({ status }) => status === 'finalised');
  world.expectMoney({
    measure: 'billed in all',
    expected,
    actual: sumMoney(
      inForce.map(({ total }) => total),
      expected.currency,
    ),
    nature: 'charge',
    customer: 'Acme',
    explanation: because,
  });
}

import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { expectBalanced, expectNothingEarned, expectOpenReceivables } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBalance, expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import type { World } from '../../../scenario/world.ts';

const start = localDate('2026-01-01');
const needs = ['price.flat', 'payment', 'invoice.void', 'invoice.void-paid', 'balance'] as const;
const basic = monthlyPlan('basic', [fee('80.00')]);
const eur = (amount: string) => parseMoney(amount, 'EUR');

/** EUR 80.00 a month, of which `paid` was paid for January. */
async function partlyPaid(world: World, paid: string): Promise<OpenContract> {
  const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
  const { id: invoiceId } = await nthInvoice(contract, 1);
  await contract.session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: eur(paid) });
  return contract;
}

async function voidNth(world: World, contract: OpenContract, place: number) {
  const { id } = await nthInvoice(contract, place);
  return contract.session.voidInvoice(`${world.checkId}-void-${place}`, id);
}

describe('An invoice that is voided', () => {
  const parallel = [
    { words: 'ten times at one instant with one key', keyOf: () => 'same', accepted: 10 },
    {
      words: 'ten times at one instant with ten keys',
      keyOf: (index: number) => `key-${index}`,
      accepted: 1,
    },
  ];
  for (const { words, keyOf, accepted } of parallel) {
    check(
      `${words} gives back what was paid once`,
      { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
      async (world) => {
        const contract = await partlyPaid(world, '30.00');
        const { id } = await nthInvoice(contract, 1);
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, index) =>
            refusalOf(contract.session.voidInvoice(`${world.checkId}-${keyOf(index)}`, id)),
          ),
        );
        world.expectEqual(
          'voids that were accepted',
          accepted,
          answers.filter((answer) => answer === 'accepted').length,
        );
        const because = 'EUR 30.00 was paid for the invoice; a void gives that back, and only once.';
        await expectBalance(world, contract, { amount: eur('30.00'), because });
        await expectNothingEarned(world, contract);
      },
    );
  }

  check(
    'has nothing left to pay, takes no payment and leaves neither revenue nor tax in the books',
    { topic: 'credit', needs: [...needs, 'ledger', 'tax'], tags: ['@credit', '@close'] },
    async (world) => {
      const contract = await taxedContract(world);
      const invoice = await voidNth(world, contract, 1);
      world.expectEqual('status', 'void', invoice.status);
      expectSettled(world, invoice, {
        credited: '0.00',
        due: '0.00',
        because: 'A void invoice asks for nothing.',
      });
      const payment = { key: `${world.checkId}-late`, invoiceId: invoice.id, amount: eur('1.00') };
      const refused = await refusalOf(contract.session.pay(payment));
      world.expectRefused(refused, 'A payment for a void invoice was accepted.');
      await expectNothingEarned(world, contract);
    },
  );

  check(
    'is not billed again by itself, and its service is not credited when it ends early',
    { topic: 'credit', needs: [...needs, 'clock', 'subscription.cancel'], tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await partlyPaid(world, '80.00');
      const { session, customerId, subscription } = contract;
      await voidNth(world, contract, 1);
      world.expectEqual('new invoices of another bill run', [], await session.bill(start));
      await session.advanceTo(localDate('2026-01-11'));
      const date = await session.today();
      await session.cancel(subscription.id, { kind: 'date', date });
      await session.advanceTo(localDate('2026-02-02'));
      const inForce = (await session.invoices(customerId)).filter(({ status }) => status === 'finalised');
      world.expectMoney({
        measure: 'billed and credited in all',
        expected: eur('0.00'),
        actual: sumMoney(
          inForce.map(({ total }) => total),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation:
          'January was voided: nobody pays for it, so that nothing of it is due and nothing is unused.',
      });
      const because = 'All that was paid for January came back with the void, and nothing else.';
      await expectBalance(world, contract, { amount: eur('80.00'), because });
    },
  );

  check(
    'gives back the credit that was used on it',
    { topic: 'credit', needs: [...needs, 'clock'], tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await partlyPaid(world, '50.00');
      await voidNth(world, contract, 1);
      await contract.session.advanceTo(localDate('2026-02-01'));
      const february = await nthInvoice(contract, 2);
      const used = 'EUR 50.00 of credit is taken off the next invoice of EUR 80.00.';
      expectSettled(world, february, { credited: '50.00', due: '30.00', because: used });
      await expectBalance(world, contract, { amount: eur('0.00'), because: used });
      await voidNth(world, contract, 2);
      const because = 'The credit that was used on the invoice comes back when it is voided.';
      await expectBalance(world, contract, { amount: eur('50.00'), because });
      await contract.session.advanceTo(localDate('2026-03-01'));
      expectSettled(world, await nthInvoice(contract, 3), { credited: '50.00', due: '30.00', because });
      await expectOpenBooks(world, contract);
    },
  );
});

describe('A voided invoice that is billed again', () => {
  const rebillNeeds = [...needs, 'clock', 'invoice.rebill', 'price.versions', 'tax'] as const;

  check(
    'asks the same price and tax, whatever they are today, once and under a new number',
    { topic: 'credit', needs: rebillNeeds, tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await taxedContract(world);
      const { session, customerId } = contract;
      const first = await nthInvoice(contract, 1);
      await session.publish(monthlyPlan('basic', [fee('90.00')], { effectiveFrom: localDate('2026-01-05') }));
      await session.setTaxRate({ country: 'DE', ratePercent: '25', from: localDate('2026-01-05') });
      await session.advanceTo(localDate('2026-01-10'));
      await voidNth(world, contract, 1);
      const request = { key: `${world.checkId}-rebill`, invoiceId: first.id, without: [] };
      const answers = await Promise.all([session.rebill(request), session.rebill(request)]);
      world.expectEqual('invoices made', 1, new Set(answers.map(({ id }) => id)).size);
      const again = await session.invoice(answers[0].id);
      world.expectThat(again.number !== first.number, `The new invoice has the old number ${first.number}.`);
      world.expectEqual('day of issue', '2026-01-10', again.issueDate);
      // EUR 80.00 and 19 % of it: what was in force when the month began.
      expectAmounts(world, again, { subtotal: '80.00', tax: '15.20', total: '95.20' });
      const other = await refusalOf(session.rebill({ ...request, key: `${world.checkId}-other` }));
      world.expectRefused(other, 'The same invoice was billed again twice.');
      world.expectEqual('invoices in all', 2, (await session.invoices(customerId)).length);
      await expectOpenBooks(world, contract);
    },
  );

  check(
    'is settled by the money that the void gave back',
    { topic: 'credit', needs: [...needs, 'invoice.rebill'], tags: ['@credit', '@edge'] },
    async (world) => {
      const contract = await partlyPaid(world, '30.00');
      const { id: invoiceId } = await voidNth(world, contract, 1);
      const key = `${world.checkId}-rebill`;
      const { id } = await contract.session.rebill({ key, invoiceId, without: [] });
      const because = 'EUR 30.00 of EUR 80.00 were paid before the void.';
      const again = await contract.session.invoice(id);
      expectSettled(world, again, { credited: '30.00', due: '50.00', because });
      await expectBalance(world, contract, { amount: eur('0.00'), because });
    },
  );

  check(
    'can leave out a line that was wrong',
    { topic: 'credit', needs: [...needs, 'invoice.rebill'], tags: ['@credit'] },
    async (world) => {
      const plan = monthlyPlan('double', [fee('80.00', 'seat'), fee('15.50', 'support')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const first = await nthInvoice(contract, 1);
      const wrong = first.lines.findIndex(({ charge }) => charge === 'support');
      await voidNth(world, contract, 1);
      const key = `${world.checkId}-rebill`;
      const again = await contract.session.rebill({ key, invoiceId: first.id, without: [wrong] });
      world.expectEqual(
        'charges of the new invoice',
        ['seat'],
        again.lines.map(({ charge }) => charge),
      );
      expectAmounts(world, again, { subtotal: '80.00', tax: '0.00', total: '80.00' });
    },
  );

  // 20 % of what is left.
  for (const [place, charge, left] of [
    ['first', 'seat', { subtotal: '20.00', tax: '4.00', total: '24.00' }],
    ['last', 'support', { subtotal: '90.00', tax: '18.00', total: '108.00' }],
  ] as const)
    check(
      `without its ${place} line asks no tax for it`,
      { topic: 'credit', needs: [...needs, 'invoice.rebill', 'tax'], tags: ['@credit'] },
      async (world) => {
        const session = await world.target(start);
        await session.setTaxRate({ country: 'DE', ratePercent: '20', from: localDate('2020-01-01') });
        const plan = monthlyPlan('double', [fee('90.00', 'seat'), fee('20.00', 'support')]);
        const contract = await openContract(world, { customer: 'Acme', plan, start, session });
        const first = await nthInvoice(contract, 1);
        const wrong = first.lines.findIndex((line) => line.charge === charge);
        await voidNth(world, contract, 1);
        const key = `${world.checkId}-rebill`;
        const again = await session.rebill({ key, invoiceId: first.id, without: [wrong] });
        expectAmounts(world, again, left);
      },
    );

  check(
    'is refused while the invoice is in force',
    { topic: 'credit', needs: [...needs, 'invoice.rebill'], tags: ['@credit'] },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: basic, start });
      const { id: invoiceId } = await nthInvoice(contract, 1);
      const request = { key: `${world.checkId}-rebill`, invoiceId, without: [] };
      const answer = await refusalOf(contract.session.rebill(request));
      world.expectRefused(answer, 'An invoice in force was billed a second time.');
    },
  );

  check(
    'is credited for its unused days like any other when the service ends early',
    { topic: 'credit', needs: [...rebillNeeds, 'subscription.cancel'], tags: ['@credit'] },
    async (world) => {
      const plan = monthlyPlan('month-of-31', [fee('31.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session, subscription } = contract;
      const { id: invoiceId } = await nthInvoice(contract, 1);
      await voidNth(world, contract, 1);
      await session.rebill({ key: `${world.checkId}-rebill`, invoiceId, without: [] });
      await session.advanceTo(localDate('2026-01-22'));
      await session.cancel(subscription.id, { kind: 'date', date: localDate('2026-01-22') });
      const invoices = await session.invoices(contract.customerId);
      world.expectMoney({
        measure: 'billed in all',
        // 21 of 31 days at EUR 1.00 a day.
        expected: eur('21.00'),
        actual: sumMoney(
          invoices.filter(({ status }) => status === 'finalised').map(({ total }) => total),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'The month was billed again, so that its ten unused days are credited.',
      });
    },
  );
});

async function taxedContract(world: World): Promise<OpenContract> {
  const session = await world.target(start);
  await session.setTaxRate({ country: 'DE', ratePercent: '19', from: localDate('2020-01-01') });
  return openContract(world, { customer: 'Acme', plan: basic, start, session });
}

async function expectOpenBooks(world: World, { session, customerId }: OpenContract): Promise<void> {
  if (!world.can('ledger')) return;
  expectBalanced(world, await session.ledger(customerId));
  await expectOpenReceivables(world, session, { name: 'Acme', customerId });
}

function expectAmounts(
  world: World,
  invoice: Awaited<ReturnType<OpenContract['session']['invoice']>>,
  expected: { readonly subtotal: string; readonly tax: string; readonly total: string },
): void {
  for (const part of ['subtotal', 'tax', 'total'] as const) {
    world.expectMoney({
      measure: `${part} of the new invoice`,
      expected: eur(expected[part]),
      actual: invoice[part],
      nature: 'charge',
      customer: 'Acme',
      invoice: invoice.number,
      explanation: 'The same supply is billed again as it was billed first.',
    });
  }
}

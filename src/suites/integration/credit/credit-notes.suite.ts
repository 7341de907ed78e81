import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { expectNothingEarned } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectBalance, expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import {
  credit,
  expectFigure,
  expectGiven,
  expectSoundBooks,
  invoiced,
  partOf,
} from '../../../scenario/situations/credited-invoice.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';

const start = localDate('2026-01-01');
const needs = ['price.flat', 'tax', 'payment', 'credit-note', 'balance'] as const;
const whole = { kind: 'whole' } as const;

describe('A credit note over a whole invoice', () => {
  const situations = [
    { paid: '0.00', settled: '119.00', toBalance: '0.00' },
    { paid: '119.00', settled: '0.00', toBalance: '119.00' },
    { paid: '30.00', settled: '89.00', toBalance: '30.00' },
  ];
  for (const { paid, settled, toBalance } of situations) {
    check(
      `of which EUR ${paid} was paid settles EUR ${settled} and gives EUR ${toBalance} to the balance`,
      { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
      async (world) => {
        const contract = await invoiced(world);
        const { id: invoiceId } = await nthInvoice(contract, 1);
        const eur = (amount: string) => parseMoney(amount, 'EUR');
        if (paid !== '0.00')
          await contract.session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: eur(paid) });
        const note = await credit(world, contract, { part: whole, key: 'whole' });
        expectFigure(world, 'net of the note', [eur('100.00'), note.net]);
        expectFigure(world, 'tax of the note', [eur('19.00'), note.tax]);
        expectFigure(world, 'settled by the note', [eur(settled), note.settled]);
        expectFigure(world, 'given to the balance', [eur(toBalance), note.toBalance]);
        const because = 'A note first settles what is open; what was paid already is owed to the customer.';
        expectSettled(world, await nthInvoice(contract, 1), { credited: settled, due: '0.00', because });
        await expectBalance(world, contract, { amount: eur(toBalance), because });
        await expectSoundBooks(world, contract);
        await expectNothingEarned(world, contract);
      },
    );
  }

  check(
    'with a discount gives back what was charged after it',
    { topic: 'credit', needs: [...needs, 'discount'], tags: ['@credit'] },
    async (world) => {
      const session = await world.target(start);
      await session.setTaxRate({ country: 'DE', ratePercent: '19', from: localDate('2020-01-01') });
      await session.publish(monthlyPlan('basic', [fee('100.00')]));
      const plan = monthlyPlan('later', [fee('50.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start, session });
      const { customerId } = contract;
      await session.redeemDiscount(customerId, { code: 'TEN', kind: 'percent', percent: '10' });
      const order = { customerId, plan: 'basic', start, quantity: '1', billing: 'anniversary' } as const;
      await session.subscribe({ key: `${world.checkId}-second`, ...order });
      const { id: invoiceId } = await nthInvoice(contract, 2);
      const key = `${world.checkId}-note`;
      const note = await session.creditNote({ key, invoiceId, part: whole, reason: 'returned' });
      // 100.00 less 10.00 is 90.00; 19 % of it is 17.10.
      expectFigure(world, 'net of the note', [parseMoney('90.00', 'EUR'), note.net]);
      expectFigure(world, 'tax of the note', [parseMoney('17.10', 'EUR'), note.tax]);
      const because = 'The note is the whole invoice.';
      expectSettled(world, await session.invoice(invoiceId), { credited: '107.10', due: '0.00', because });
      await expectSoundBooks(world, contract);
    },
  );

  check(
    'takes the tax of the invoice, whatever the rate is today',
    { topic: 'tax', needs: [...needs, 'clock'], tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await invoiced(world);
      const { session } = contract;
      await session.setTaxRate({ country: 'DE', ratePercent: '25', from: localDate('2026-01-10') });
      await session.advanceTo(localDate('2026-01-20'));
      const part = await credit(world, contract, { part: partOf(0, '40.00'), key: 'part' });
      expectFigure(world, 'tax of EUR 40.00 at 19 %', [parseMoney('7.60', 'EUR'), part.tax]);
      const rest = await credit(world, contract, { part: whole, key: 'rest' });
      expectFigure(world, 'tax of the rest', [parseMoney('11.40', 'EUR'), rest.tax]);
      await expectSoundBooks(world, contract);
    },
  );
});

describe('A credit note that is voided', () => {
  check(
    'leaves everything as it was before, once, and the invoice can be credited again',
    { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await invoiced(world);
      const { session } = contract;
      const { id: invoiceId } = await nthInvoice(contract, 1);
      await session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: parseMoney('100.00', 'EUR') });
      const note = await credit(world, contract, { part: whole, key: 'first' });
      const voids = [1, 2, 3].map(() => session.voidCreditNote(`${world.checkId}-void`, note.id));
      const answers = await Promise.all(voids);
      world.expectEqual(
        'status',
        ['void', 'void', 'void'],
        answers.map(({ status }) => status),
      );
      const other = await refusalOf(session.voidCreditNote(`${world.checkId}-other`, note.id));
      world.expectRefused(other, 'A credit note was voided twice.');
      const because =
        'The note of EUR 119.00 is void: EUR 19.00 is open again, and nothing is owed to the customer.';
      expectSettled(world, await nthInvoice(contract, 1), { credited: '0.00', due: '19.00', because });
      await expectBalance(world, contract, { amount: parseMoney('0.00', 'EUR'), because });
      await expectSoundBooks(world, contract);
      await credit(world, contract, { part: whole, key: 'second' });
      await expectGiven(world, contract, '119.00');
    },
  );

  check(
    'is refused once the customer has used what it gave',
    { topic: 'credit', needs: [...needs, 'clock'], tags: ['@credit'] },
    async (world) => {
      const contract = await invoiced(world);
      const { session } = contract;
      const { id: invoiceId } = await nthInvoice(contract, 1);
      await session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: parseMoney('119.00', 'EUR') });
      const note = await credit(world, contract, { part: partOf(0, '50.00'), key: 'part' });
      await session.advanceTo(localDate('2026-02-01'));
      const answer = await refusalOf(session.voidCreditNote(`${world.checkId}-void`, note.id));
      world.expectRefused(answer, 'A note whose EUR 59.50 were used in February was voided.');
      const because = 'EUR 59.50 of the note was used on the invoice of February.';
      expectSettled(world, await nthInvoice(contract, 2), { credited: '59.50', due: '59.50', because });
      await expectBalance(world, contract, { amount: parseMoney('0.00', 'EUR'), because });
    },
  );
});

describe('A charge that was credited', () => {
  check(
    'in part, then left for another plan and cancelled: every bill is made, and nothing is credited twice',
    {
      topic: 'credit',
      needs: [...needs, 'clock', 'subscription.change', 'subscription.cancel'],
      tags: ['@credit', '@risk-high'],
    },
    async (world) => {
      const session = await world.target(localDate('2026-04-01'));
      await session.publish(monthlyPlan('large', [fee('60.00')]));
      const april = localDate('2026-04-01');
      const plan = monthlyPlan('basic', [fee('30.00')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start: april, session });
      const { subscription, customerId } = contract;
      await credit(world, contract, { part: partOf(0, '25.00'), key: 'goodwill' });
      await session.advanceTo(localDate('2026-04-11'));
      await session.changePlan(subscription.id, 'large', { kind: 'date', date: localDate('2026-04-11') });
      await session.advanceTo(localDate('2026-04-21'));
      await session.cancel(subscription.id, { kind: 'date', date: localDate('2026-04-21') });
      await session.advanceTo(localDate('2026-05-02'));
      const invoices = await session.invoices(customerId);
      world.expectEqual(
        'days of issue',
        ['2026-04-01', '2026-04-11', '2026-04-21'],
        invoices.map(({ issueDate }) => issueDate),
      );
      const eur = (amount: string) => parseMoney(amount, 'EUR');
      const expected = [
        // Basic for April.
        '30.00',
        // 20 days of Large at 2.00 a day, less what is left of Basic: 20 of 30 days are 20.00, of which only 5.00 was not credited.
        '35.00',
        // 10 unused days of Large at 2.00 a day.
        '-20.00',
      ];
      for (const [index, total] of expected.entries())
        expectFigure(world, `total of invoice ${index + 1}`, [
          eur(total),
          invoices[index]?.total ?? eur('0.00'),
        ]);
      await expectSoundBooks(world, contract);
    },
  );
});

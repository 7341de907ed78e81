import { describe } from 'vitest';
import type { CreditedPart } from '../../model/billing/credit-note.ts';
import { localDate } from '../../model/date.ts';
import { type Money, parseMoney, sumMoney } from '../../model/money.ts';
import { refusalOf } from '../../scenario/billing-session.ts';
import { expectBalanced, expectOpenReceivables } from '../../scenario/books.ts';
import { check } from '../../scenario/check.ts';
import { expectBalance, expectSettled, nthInvoice } from '../../scenario/credit-account.ts';
import { fee, monthlyPlan } from '../../scenario/customer-history.ts';
import { type OpenContract, openContract } from '../../scenario/open-contract.ts';
import type { World } from '../../scenario/world.ts';

const start = localDate('2026-01-01');
const needs = ['price.flat', 'tax', 'payment', 'credit-note', 'balance'] as const;
const whole: CreditedPart = { kind: 'whole' };

interface Taxed {
  readonly prices?: readonly string[];
  readonly tax?: string;
  readonly customer?: string;
  readonly currency?: string;
  readonly country?: string;
}

/** One invoice of the first day: EUR 100.00 and EUR 19.00 tax, unless told otherwise. */
async function invoiced(world: World, taxed: Taxed = {}): Promise<OpenContract> {
  const { prices = ['100.00'], tax = '19', customer = 'Acme', currency = 'EUR', country = 'DE' } = taxed;
  const session = await world.target(start);
  await session.setTaxRate({ country, ratePercent: tax, from: localDate('2020-01-01') });
  const charges = prices.map((price, index) => fee(price, `fee-${index + 1}`));
  const plan = monthlyPlan('basic', charges, { currency });
  return openContract(world, { customer, plan, start, session });
}

function partOf(line: number, net: string, currency = 'EUR'): CreditedPart {
  return { kind: 'lines', lines: [{ line, net: parseMoney(net, currency) }] };
}

/** Issues a note for the first invoice, and holds it against what was estimated before. */
async function credit(world: World, contract: OpenContract, of: { part: CreditedPart; key: string }) {
  const { session } = contract;
  const { id: invoiceId } = await nthInvoice(contract, 1);
  const estimate = await session.estimateCreditNote({ invoiceId, part: of.part });
  const note = await session.creditNote({
    key: `${world.checkId}-${of.key}`,
    invoiceId,
    part: of.part,
    reason: 'agreed with the customer',
  });
  for (const figure of ['net', 'tax', 'total', 'settled', 'toBalance'] as const)
    expectFigure(world, `${figure} of the note, as estimated`, [estimate[figure], note[figure]]);
  return note;
}

function expectFigure(world: World, measure: string, [expected, actual]: readonly [Money, Money]): void {
  const explanation = 'A credit note gives back what the invoice charged, and not more.';
  world.expectMoney({ measure, expected, actual, nature: 'credit', explanation });
}

async function expectSoundBooks(world: World, { session, customerId }: OpenContract): Promise<void> {
  if (!world.can('ledger')) return;
  expectBalanced(world, await session.ledger(customerId));
  await expectOpenReceivables(world, session, { name: 'the customer', customerId });
}

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
    { topic: 'tax', needs: [...needs, 'clock'], tags: ['@credit', '@short', '@risk-high'] },
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

describe('Several credit notes of one invoice', () => {
  // The tax of each part is its share of the line's tax, rounded half up; the last part takes what is left.
  const invoices = [
    {
      // 1.90 of tax: 0.6327 and 0.6327 are 0.63, and 0.64 is left where 0.6346 would be 0.63.
      taxed: { prices: ['10.00'], tax: '19' },
      parts: ['3.33', '3.33', '3.34'],
      taxes: ['0.63', '0.63', '0.64'],
    },
    {
      // 0.03 of tax on 0.10 (0.025): 0.012 and 0.012 are 0.01 each, and 0.01 is left.
      taxed: { prices: ['0.10'], tax: '25' },
      parts: ['0.04', '0.04', '0.02'],
      taxes: ['0.01', '0.01', '0.01'],
    },
    {
      // 100 of tax on 999 (99.9): 33.4 is 33, and 34 is left of 100 - 33 - 33.
      taxed: { prices: ['999'], tax: '10', customer: 'Sakura', currency: 'JPY', country: 'JP' },
      parts: ['333', '333', '333'],
      taxes: ['33', '33', '34'],
    },
    {
      // 0.617 of tax on 12.345 (0.61725): 0.2057 each is 0.206, and 0.205 is left.
      taxed: { prices: ['12.345'], tax: '5', customer: 'Dhow', currency: 'KWD', country: 'KW' },
      parts: ['4.115', '4.115', '4.115'],
      taxes: ['0.206', '0.206', '0.205'],
    },
  ] as const;
  for (const { taxed, parts, taxes } of invoices) {
    check(
      `of ${taxed.prices[0]} at ${taxed.tax} % tax give back the invoice to its last unit`,
      { topic: 'credit', needs, tags: ['@credit'] },
      async (world) => {
        const currency = 'currency' in taxed ? taxed.currency : 'EUR';
        const contract = await invoiced(world, taxed);
        for (const [index, net] of parts.entries()) {
          const note = await credit(world, contract, { part: partOf(0, net, currency), key: `part-${index}` });
          expectFigure(world, `tax of part ${index + 1}`, [parseMoney(taxes[index] ?? '0', currency), note.tax]);
        }
        const invoice = await nthInvoice(contract, 1);
        const notes = await contract.session.creditNotes(contract.customerId);
        const given = sumMoney(
          notes.map(({ total }) => total),
          currency,
        );
        expectFigure(world, 'all notes together', [invoice.total, given]);
        expectFigure(world, 'left to pay', [parseMoney('0', currency), invoice.due]);
        await expectSoundBooks(world, contract);
      },
    );
  }

  check(
    'are never more than the invoice, nor more than the line',
    { topic: 'credit', needs, tags: ['@credit', '@short', '@risk-high'] },
    async (world) => {
      const contract = await invoiced(world, { prices: ['60.00', '40.00'] });
      const { session } = contract;
      const { id: invoiceId, lines } = await nthInvoice(contract, 1);
      const first = lines.findIndex(({ charge }) => charge === 'fee-1');
      const ask = (key: string, part: CreditedPart) =>
        refusalOf(session.creditNote({ key: `${world.checkId}-${key}`, invoiceId, part, reason: 'goodwill' }));
      world.expectThat((await ask('a', partOf(first, '60.01'))) !== 'accepted', 'EUR 60.01 of EUR 60.00 was credited.');
      world.expectEqual('EUR 45.00 of EUR 60.00', 'accepted', await ask('b', partOf(first, '45.00')));
      world.expectThat((await ask('c', partOf(first, '15.01'))) !== 'accepted', 'EUR 15.01 of the EUR 15.00 left was credited.');
      world.expectEqual('the rest', 'accepted', await ask('d', whole));
      world.expectThat((await ask('e', whole)) !== 'accepted', 'An invoice that was credited in full was credited again.');
      world.expectThat((await ask('f', partOf(first, '-1.00'))) !== 'accepted', 'A negative amount was credited.');
      await expectGiven(world, contract, '119.00');
    },
  );

  const parallel = [
    { words: 'with one key', keyOf: () => 'same', accepted: 5 },
    { words: 'with keys of their own', keyOf: (index: number) => `key-${index}`, accepted: 1 },
  ];
  for (const { words, keyOf, accepted } of parallel) {
    check(
      `of EUR 60.00 out of EUR 100.00 at one instant ${words}: only one of them is given`,
      { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
      async (world) => {
        const contract = await invoiced(world);
        const { id: invoiceId } = await nthInvoice(contract, 1);
        const answers = await Promise.all(
          Array.from({ length: 5 }, (_, index) =>
            refusalOf(
              contract.session.creditNote({
                key: `${world.checkId}-${keyOf(index)}`,
                invoiceId,
                part: partOf(0, '60.00'),
                reason: 'goodwill',
              }),
            ),
          ),
        );
        const given = answers.filter((answer) => answer === 'accepted').length;
        world.expectEqual('notes that were accepted', accepted, given);
        await expectGiven(world, contract, '71.40');
      },
    );
  }
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
      world.expectEqual('status', ['void', 'void', 'void'], answers.map(({ status }) => status));
      const other = await refusalOf(session.voidCreditNote(`${world.checkId}-other`, note.id));
      world.expectThat(other !== 'accepted', 'A credit note was voided twice.');
      const because = 'The note of EUR 119.00 is void: EUR 19.00 is open again, and nothing is owed to the customer.';
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
      world.expectThat(answer !== 'accepted', 'A note whose EUR 59.50 were used in February was voided.');
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
        expectFigure(world, `total of invoice ${index + 1}`, [eur(total), invoices[index]?.total ?? eur('0.00')]);
      await expectSoundBooks(world, contract);
    },
  );
});

/** All notes in force. */
async function expectGiven(world: World, contract: OpenContract, total: string): Promise<void> {
  const notes = await contract.session.creditNotes(contract.customerId);
  const inForce = notes.filter(({ status }) => status === 'issued').map((note) => note.total);
  expectFigure(world, 'credited in all', [parseMoney(total, 'EUR'), sumMoney(inForce, 'EUR')]);
  const numbers = new Set(notes.map(({ number }) => number));
  world.expectEqual('numbers of the notes', notes.length, numbers.size);
  await expectSoundBooks(world, contract);
}

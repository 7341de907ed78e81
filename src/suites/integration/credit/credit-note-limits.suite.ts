import { describe } from 'vitest';
import type { CreditedPart } from '../../../model/billing/credit-note.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import {
  credit,
  expectFigure,
  expectGiven,
  expectSoundBooks,
  invoiced,
  partOf,
} from '../../../scenario/situations/credited-invoice.ts';

const needs = ['price.flat', 'tax', 'payment', 'credit-note', 'balance'] as const;
const whole = { kind: 'whole' } as const;

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
          const note = await credit(world, contract, {
            part: partOf(0, net, currency),
            key: `part-${index}`,
          });
          expectFigure(world, `tax of part ${index + 1}`, [
            parseMoney(taxes[index] ?? '0', currency),
            note.tax,
          ]);
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
    { topic: 'credit', needs, tags: ['@credit', '@risk-high'] },
    async (world) => {
      const contract = await invoiced(world, { prices: ['60.00', '40.00'] });
      const { session } = contract;
      const { id: invoiceId, lines } = await nthInvoice(contract, 1);
      const first = lines.findIndex(({ charge }) => charge === 'fee-1');
      const ask = (key: string, part: CreditedPart) =>
        refusalOf(
          session.creditNote({ key: `${world.checkId}-${key}`, invoiceId, part, reason: 'goodwill' }),
        );
      world.expectRefused(await ask('a', partOf(first, '60.01')), 'EUR 60.01 of EUR 60.00 was credited.');
      world.expectEqual('EUR 45.00 of EUR 60.00', 'accepted', await ask('b', partOf(first, '45.00')));
      world.expectRefused(
        await ask('c', partOf(first, '15.01')),
        'EUR 15.01 of the EUR 15.00 left was credited.',
      );
      world.expectEqual('the rest', 'accepted', await ask('d', whole));
      world.expectRefused(await ask('e', whole), 'An invoice that was credited in full was credited again.');
      world.expectRefused(await ask('f', partOf(first, '-1.00')), 'A negative amount was credited.');
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

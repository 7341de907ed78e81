import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { addDays } from '../../../model/date.ts';
import { subtractMoney, zeroMoney } from '../../../model/money.ts';
import { expectBalanced, expectNothingEarned, expectOpenReceivables } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import { expectBalance, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import {
  type Shape,
  type ShapedSums,
  shapedInvoice,
  shapeStart,
  shapes,
  sumsOf,
} from '../../../scenario/situations/shaped-invoice.ts';
import type { World } from '../../../scenario/world.ts';

const needs = [
  'clock',
  'price.flat',
  'price.several-fees',
  'tax',
  'payment',
  'invoice.void',
  'invoice.void-paid',
  'balance',
] as const;
const topic = 'credit' as const;
const tags = ['@credit', '@edge', '@risk-high'];

/** The invoice of the first day, of which the seats were paid; void since the tenth day. */
async function voided(world: World, shape: Shape) {
  const contract = await shapedInvoice(world, shape);
  const { session } = contract;
  const invoice = await nthInvoice(contract, 1);
  expectSums(world, invoice, sumsOf(shape, ['seat', 'support']));
  const paid = sumsOf(shape, ['seat']).total;
  await session.pay({ key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: paid });
  await session.advanceTo(addDays(shapeStart, 9));
  await session.voidInvoice(`${world.checkId}-void`, invoice.id);
  return { contract, invoice, paid };
}

function expectSums(world: World, invoice: Invoice, sums: ShapedSums): void {
  for (const part of ['subtotal', 'discount', 'tax', 'total'] as const)
    world.expectMoney({
      measure: `${part} of ${invoice.number}`,
      expected: sums[part],
      actual: invoice[part],
      nature: 'charge',
      invoice: invoice.number,
      explanation: 'Two lines, each with its tax; what is billed again is what was billed first.',
    });
}

for (const shape of shapes)
  describe(`An invoice ${shape.name} that is voided`, () => {
    const shaped = [...needs, ...shape.needs] as const;

    check(
      'gives back what was paid, and leaves nothing in the books',
      { topic, needs: [...shaped, 'ledger'], tags },
      async (world) => {
        const { contract, paid } = await voided(world, shape);
        await expectBalance(world, contract, { amount: paid, because: 'The seats were paid.' });
        await expectNothingEarned(world, contract, shape.currency);
      },
    );

    for (const { title, charges } of [
      { title: 'and billed again is billed as it was', charges: ['seat', 'support'] },
      { title: 'and billed again without its last line has the first as it was', charges: ['seat'] },
      { title: 'and billed again without its first line has the last as it was', charges: ['support'] },
    ] as const)
      check(title, { topic, needs: [...shaped, 'invoice.rebill'], tags }, async (world) => {
        const { contract, invoice, paid } = await voided(world, shape);
        const { session, customerId } = contract;
        const without = invoice.lines.flatMap(({ charge }, at) =>
          charges.some((kept) => kept === charge) ? [] : [at],
        );
        const request = { key: `${world.checkId}-again`, invoiceId: invoice.id, without };
        const again = await session.rebill(request);
        const sums = sumsOf(shape, charges);
        expectSums(world, again, sums);
        world.expectEqual(
          'lines that are billed again',
          [...charges].sort(),
          again.lines.map(({ charge }) => charge).sort(),
        );
        const left = subtractMoney(sums.total, paid);
        const owed = left.amountMinor < 0n ? zeroMoney(shape.currency) : left;
        world.expectMoney({
          measure: 'left to pay',
          expected: owed,
          actual: (await session.invoice(again.id)).due,
          nature: 'charge',
          invoice: again.number,
          explanation: 'What the void gave back pays for what is billed again.',
        });
        const rest = subtractMoney(paid, subtractMoney(sums.total, owed));
        await expectBalance(world, contract, { amount: rest, because: 'What was paid beyond it is left.' });
        if (!world.can('ledger')) return;
        expectBalanced(world, await session.ledger(customerId));
        await expectOpenReceivables(world, session, { name: shape.customer, customerId });
      });
  });

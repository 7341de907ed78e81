import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { type Money, moneyAmount, subtractMoney, sumMoney, zeroMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import {
  credit,
  expectFigure,
  expectSoundBooks,
  partOf,
} from '../../../scenario/situations/credited-invoice.ts';
import {
  type Shape,
  shapedInvoice,
  shapeStart,
  shapes,
  sumsOf,
} from '../../../scenario/situations/shaped-invoice.ts';

const needs = ['price.flat', 'price.several-fees', 'tax', 'credit-note'] as const;
const topic = 'credit' as const;
const tags = ['@credit', '@edge', '@risk-high'];

const halfOf = ({ currency, amountMinor }: Money): Money => ({ currency, amountMinor: amountMinor / 2n });

/** Half of what a line costs after its discount, and half of its tax. */
function halfOfLine(shape: Shape, charge: 'seat' | 'support') {
  const { subtotal, discount, tax } = sumsOf(shape, [charge]);
  return { net: halfOf(subtractMoney(subtotal, discount)), tax: halfOf(tax) };
}

for (const shape of shapes)
  describe(`An invoice ${shape.name}`, () => {
    const shaped = [...needs, ...shape.needs] as const;

    check(
      'of which half of a line is credited, and then the rest, is credited once and to its last unit',
      { topic, needs: [...shaped, 'balance'], tags },
      async (world) => {
        const contract = await shapedInvoice(world, shape);
        const { lines } = await nthInvoice(contract, 1);
        const support = lines.findIndex(({ charge }) => charge === 'support');
        const half = halfOfLine(shape, 'support');
        const part = partOf(support, moneyAmount(half.net), shape.currency);
        const first = await credit(world, contract, { part, key: 'half' });
        expectFigure(world, 'net of the first note', [half.net, first.net]);
        expectFigure(world, 'tax of the first note', [half.tax, first.tax]);
        const rest = await credit(world, contract, { part: { kind: 'whole' }, key: 'rest' });
        const { total } = sumsOf(shape, ['seat', 'support']);
        const given = sumMoney([first.total, rest.total], shape.currency);
        expectFigure(world, 'both notes together', [total, given]);
        const { due } = await nthInvoice(contract, 1);
        expectFigure(world, 'left to pay', [zeroMoney(shape.currency), due]);
        await expectSoundBooks(world, contract);
      },
    );

    check(
      'whose service ended after half of its time has only the other half to credit',
      { topic, needs: [...shaped, 'clock', 'subscription.cancel', 'balance'], tags },
      async (world) => {
        const contract = await shapedInvoice(world, shape);
        const { session, subscription } = contract;
        await session.advanceTo(addDays(shapeStart, 15));
        await session.cancel(subscription.id, { kind: 'date', date: addDays(shapeStart, 15) });
        await session.bill(addDays(shapeStart, 15));
        const { id: invoiceId, lines } = await nthInvoice(contract, 1);
        for (const charge of ['seat', 'support'] as const) {
          const line = lines.findIndex((each) => each.charge === charge);
          const { net, tax } = halfOfLine(shape, charge);
          const more = { ...net, amountMinor: net.amountMinor + 1n };
          const tooMuch = {
            key: `${world.checkId}-${charge}-more`,
            invoiceId,
            part: partOf(line, moneyAmount(more), shape.currency),
            reason: 'goodwill',
          };
          world.expectRefused(
            await refusalOf(session.creditNote(tooMuch)),
            `${moneyAmount(more)} were credited of a line of which ${moneyAmount(net)} were given back.`,
          );
          const part = partOf(line, moneyAmount(net), shape.currency);
          const note = await credit(world, contract, { part, key: `${charge}-rest` });
          expectFigure(world, `net of the note for ${charge}`, [net, note.net]);
          expectFigure(world, `tax of the note for ${charge}`, [tax, note.tax]);
        }
        await expectSoundBooks(world, contract);
      },
    );
  });

import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { moneyAmount, subtractMoney } from '../../../model/money.ts';
import { castMember } from '../../../scenario/cast.ts';
import { check } from '../../../scenario/check.ts';
import { expectExportsAgree } from '../../../scenario/exports.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { partOf } from '../../../scenario/situations/credited-invoice.ts';
import { shapedInvoice, shapes, sumsOf } from '../../../scenario/situations/shaped-invoice.ts';

const needs = [
  'clock',
  'price.flat',
  'price.several-fees',
  'tax',
  'payment',
  'credit-note',
  'invoice.void',
  'ledger',
  'export',
] as const;

describe('The files of invoices, lines, ledger and payments', () => {
  for (const shape of shapes)
    check(
      `tell of an invoice ${shape.name} what was paid and credited, and that the next one is void`,
      { topic: 'reconciliation', needs: [...needs, ...shape.needs], tags: ['@edge'] },
      async (world) => {
        const contract = await shapedInvoice(world, shape);
        const { session, customerId } = contract;
        const { id: invoiceId, lines } = await nthInvoice(contract, 1);
        const key = world.checkId;
        await session.pay({ key: `${key}-pay`, invoiceId, amount: sumsOf(shape, ['seat']).total });
        const { subtotal, discount } = sumsOf(shape, ['support']);
        const net = moneyAmount(subtractMoney(subtotal, discount));
        const part = partOf(
          lines.findIndex(({ charge }) => charge === 'support'),
          net,
          shape.currency,
        );
        await session.creditNote({ key: `${key}-note`, invoiceId, part, reason: 'goodwill' });
        await session.advanceTo(localDate('2026-05-02'));
        await session.voidInvoice(`${key}-void`, (await nthInvoice(contract, 2)).id);
        const { timeZone = 'UTC' } = castMember(shape.customer) ?? {};
        await expectExportsAgree(world, session, [{ customerId, name: shape.customer, timeZone }]);
      },
    );
});

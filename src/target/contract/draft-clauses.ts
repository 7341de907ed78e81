import { addDays } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireThat } from './clause.ts';
import { monthLater, startingPoint } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

export const draftClauses: readonly ContractClause[] = [
  {
    promise: 'keeps a bill as a draft when asked to, and makes one invoice of it when it is finalised',
    needs: ['clock', 'price.flat', 'invoice.draft'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'draft');
      await session.reviewInvoices(customer.id, { kind: 'by-hand' });
      await session.advanceTo(monthLater);
      const [draft, ...more] = await session.drafts(customer.id);
      requireThat(
        draft?.status === 'draft' && draft.number === '' && more.length === 0,
        `drafts: found ${more.length + (draft ? 1 : 0)}, expected 1 with the status draft and without a number.`,
      );
      requireMoney('total of the draft', draft.total, eur('30.00'));
      const invoice = await session.finalise('final', draft.id);
      requireThat(
        invoice.status === 'finalised' && invoice.number !== '',
        `the invoice of the draft: found ${invoice.status} "${invoice.number}", expected finalised with a number.`,
      );
      const again = await session.finalise('final', draft.id);
      const { length } = await session.invoices(customer.id);
      requireThat(
        again.id === invoice.id && length === 2,
        `the same draft finalised again: found ${length} invoices, expected 2.`,
      );
    },
  },
  {
    promise: 'makes an invoice of a draft by itself when its days are over, and not before',
    needs: ['clock', 'price.flat', 'invoice.draft', 'invoice.draft-days'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'draft-days');
      await session.reviewInvoices(customer.id, { kind: 'days', days: 3 });
      for (const [days, drafts, invoices] of [
        [2, 1, 1],
        [4, 0, 2],
      ] as const) {
        await session.advanceTo(addDays(monthLater, days));
        const waiting = (await session.drafts(customer.id)).length;
        const made = (await session.invoices(customer.id)).length;
        requireThat(
          waiting === drafts && made === invoices,
          `${days} days after the bill: found ${waiting} drafts and ${made} invoices, expected ${drafts} and ${invoices}.`,
        );
      }
    },
  },
];

import { localDate } from '../../model/date.ts';
import { parseMoney } from '../../model/money.ts';
import type { LoadOperation, LoadRecipe } from '../load-recipe.ts';
import { type ContractClause, requireMoney, requireRefusal, requireThat } from './clause.ts';
import { firstDay, monthLater, startingPoint } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

/** What happens around a bill: previews, payments, books, notifications, screens, load. */
export const moneyClauses: readonly ContractClause[] = [
  {
    promise: 'answers a single calculation without changing anything',
    needs: ['preview.rating', 'price.per-unit'],
    verify: async (world) => {
      const session = await world.open('preview', firstDay);
      // 0.375 lies in the middle.
      const amount = /down$/.test(world.description.profile.roundingMode) ? '0.37' : '0.38';
      const answer = await session.preview({
        kind: 'rating',
        currency: 'EUR',
        price: { kind: 'per-unit', unit: '0.125' },
        quantity: '3',
        alreadyBilled: '0',
        runningTotals: [],
        minimum: null,
        maximum: null,
      });
      requireThat(
        answer.kind === 'rating' && answer.amount === amount,
        `3 units at EUR 0.125: found ${JSON.stringify(answer)}, expected amount ${amount}.`,
      );
    },
  },
  {
    promise: 'goes by the habits that a world is made with',
    needs: ['preview.rating', 'price.per-unit', 'policy.settings'],
    verify: async (world) => {
      for (const [roundingMode, amount] of [
        ['down', '0.37'],
        ['up', '0.38'],
      ] as const) {
        const session = await world.open(`habits-${roundingMode}`, firstDay, { roundingMode });
        const price = { kind: 'per-unit', unit: '0.125' } as const;
        const question = { kind: 'rating', currency: 'EUR', quantity: '3', alreadyBilled: '0' } as const;
        const limits = { runningTotals: [], minimum: null, maximum: null };
        const answer = await session.preview({ ...question, ...limits, price });
        requireThat(
          answer.kind === 'rating' && answer.amount === amount,
          `0.375 rounded ${roundingMode}: found ${JSON.stringify(answer)}, expected amount ${amount}.`,
        );
      }
    },
  },
  {
    promise: 'announces the next invoice as it will be',
    needs: ['clock', 'price.flat', 'preview.invoice'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'announce');
      const announced = await session.previewInvoice(customer.id, monthLater);
      await session.advanceTo(monthLater);
      const made = (await session.invoices(customer.id)).at(-1);
      requireThat(
        announced !== null && made !== undefined,
        `the next invoice: found ${announced === null ? 'no announcement' : 'no invoice'}, expected both.`,
      );
      requireMoney('announced total', announced.total, made.total);
    },
  },
  {
    promise: 'bills nothing while bills are held, and each month once when the hold ends',
    needs: ['clock', 'price.flat', 'invoice.hold'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'hold');
      await session.holdInvoices(customer.id);
      await session.advanceTo(localDate('2026-02-10'));
      const { length: meanwhile } = await session.invoices(customer.id);
      requireThat(meanwhile === 1, `invoices during the hold: found ${meanwhile}, expected that of January.`);
      await session.releaseInvoices(customer.id);
      const { length: after } = await session.invoices(customer.id);
      requireThat(after === 2, `invoices after the hold: found ${after}, expected 2.`);
    },
  },
  {
    promise: 'bills nothing any more once a customer is closed, and asks nothing for what it writes off then',
    needs: ['clock', 'price.flat', 'customer.closing'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'closing');
      await session.advanceTo(localDate('2026-01-10'));
      await session.closeCustomer(customer.id, 'written-off');
      await session.advanceTo(localDate('2026-03-10'));
      const [invoice, ...more] = await session.invoices(customer.id);
      requireThat(more.length === 0, `invoices: found ${more.length + 1}, expected that of January.`);
      requireMoney('due', invoice?.due ?? eur('1.00'), eur('0.00'));
    },
  },
  {
    promise: 'says what an end would give back, and ends nothing by that',
    needs: ['clock', 'price.flat', 'subscription.cancel', 'preview.act'],
    verify: async (world) => {
      const { session, customer, subscription } = await startingPoint(world, 'act');
      const date = localDate('2026-04-16');
      await session.advanceTo(date);
      const act = { kind: 'end', subscriptionId: subscription.id, date } as const;
      const told = await session.previewAct(customer.id, act);
      requireMoney('15 unused days of April', told?.total ?? eur('0.00'), eur('-15.00'));
      await session.advanceTo(localDate('2026-05-01'));
      const made = (await session.invoices(customer.id)).at(-1);
      requireMoney('the month after', made?.total ?? eur('0.00'), eur('30.00'));
    },
  },
  {
    promise: 'takes a payment once however often its key is sent, and lowers what is due',
    needs: ['price.flat', 'payment'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'pay');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to pay.');
      const payment = { key: 'contract-payment', invoiceId: invoice.id, amount: eur('12.00') };
      await session.pay(payment);
      await session.pay(payment);
      const payments = await session.payments(customer.id);
      requireThat(payments.length === 1, `one payment sent twice: found ${payments.length}, expected 1.`);
      requireMoney('due after paying 12.00 of 30.00', (await session.invoice(invoice.id)).due, eur('18.00'));
    },
  },
  {
    promise: 'refuses to pay an invoice that does not exist',
    needs: ['payment'],
    verify: async (world) => {
      const session = await world.open('pay-nothing', firstDay);
      await requireRefusal('a payment of no invoice', () =>
        session.pay({ key: 'k', invoiceId: '00000000-0000-0000-0000-000000000000', amount: eur('1.00') }),
      );
    },
  },
  {
    promise: 'posts every invoice so that debits equal credits',
    needs: ['price.flat', 'ledger'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'ledger');
      const entries = await session.ledger(customer.id);
      requireThat(
        entries.length >= 2,
        `ledger after one invoice: found ${entries.length} entries, expected at least 2.`,
      );
      const balance = entries.reduce(
        (sum, { side, amount }) => sum + (side === 'debit' ? amount.amountMinor : -amount.amountMinor),
        0n,
      );
      requireThat(balance === 0n, `debits less credits: found ${balance} minor units, expected 0.`);
    },
  },
  {
    promise: 'hands out an address at which a person sees the invoice',
    needs: ['price.flat', 'screen.invoice'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'screen');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to show.');
      const url = await session.invoiceScreenUrl(invoice.id);
      requireThat(/^https?:\/\//.test(url), `screen address: found "${url}", expected an http address.`);
    },
  },
  {
    promise: 'says how each load operation is performed, as data',
    needs: ['load'],
    verify: async (world) => {
      const session = await world.open('load', firstDay);
      for (const operation of ['usage.ingest', 'invoice.read', 'bill.run'] as const)
        requireAddress(operation, await session.loadRecipe(operation));
    },
  },
  {
    promise: 'says how a load generator moves the clock',
    needs: ['load', 'clock'],
    verify: async (world) => {
      const session = await world.open('load-clock', firstDay);
      requireAddress('clock.advance', await session.loadRecipe('clock.advance'));
    },
  },
];

function requireAddress(operation: LoadOperation, recipe: LoadRecipe): void {
  requireThat(
    /^https?:\/\//.test(recipe.url) && recipe.operation === operation,
    `recipe of ${operation}: found ${recipe.operation} ${recipe.url}, expected an absolute address.`,
  );
}

import { describe } from 'vitest';
import { addDays, instant, localDate } from '../../../model/date.ts';
import { type BillingSession, refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { metered, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectSeries } from '../../../scenario/number-series.ts';
import { customersOf, order, start } from '../../../scenario/situations/numbered-customers.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';

async function invoicesOf(session: BillingSession, customerIds: readonly string[]) {
  return (await Promise.all(customerIds.map((id) => session.invoices(id)))).flat();
}

describe('Numbers of invoices', () => {
  check(
    'Months of several customers are numbered without a gap, and a day with nothing to bill takes no number',
    { topic: 'document', needs: ['clock', 'price.flat', 'preview.invoice'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 3);
      for (const [index, id] of ids.entries()) await session.subscribe(order(world, id, index));
      await session.advanceTo(localDate('2026-02-01'));
      for (const id of ids) await session.previewInvoice(id, localDate('2026-03-01'));
      for (const day of [1, 2, 3]) {
        await session.advanceTo(addDays(localDate('2026-02-01'), day));
        await session.bill(addDays(localDate('2026-02-01'), day));
      }
      await session.advanceTo(localDate('2026-03-01'));
      const invoices = await invoicesOf(session, ids);
      world.expectEqual('invoices', 9, invoices.length);
      expectSeries(world, 'the seller', invoices);
    },
  );

  check(
    'Orders and payments that are refused take no number',
    { topic: 'document', needs: ['clock', 'price.flat', 'payment'], tags: ['@close'] },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 2);
      const [first = '', second = ''] = ids;
      await session.subscribe(order(world, first, 1));
      const unknown = { ...order(world, first, 'unknown'), plan: 'no-such-plan' };
      const doubled = { ...order(world, second, 'doubled'), customerId: 'no-such-customer' };
      for (const impossible of [unknown, doubled])
        world.expectRefused(await refusalOf(session.subscribe(impossible)), 'An impossible order was taken.');
      const payment = { key: `${world.checkId}-pay`, invoiceId: 'no-such-invoice', amount: eur('10.00') };
      world.expectRefused(await refusalOf(session.pay(payment)), 'A payment for no invoice was taken.');
      await session.subscribe(order(world, second, 2));
      await session.advanceTo(localDate('2026-02-01'));
      const invoices = await invoicesOf(session, ids);
      world.expectEqual('invoices of two months', 4, invoices.length);
      expectSeries(world, 'the seller', invoices);
    },
  );

  check(
    'Ten orders at one instant are numbered without a gap and without a repeat',
    { topic: 'document', needs: ['price.flat'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 10);
      await Promise.all(ids.map((id, index) => session.subscribe(order(world, id, index))));
      const invoices = await invoicesOf(session, ids);
      world.expectEqual('invoices', 10, invoices.length);
      expectSeries(world, 'the seller', invoices);
    },
  );

  check(
    'Each legal entity has a series of its own, and old invoices keep theirs',
    { topic: 'document', needs: ['clock', 'price.flat', 'legal-entity'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const session = await world.target(start);
      const [german = '', austrian = '', moving = ''] = await customersOf(world, session, 3);
      await session.createLegalEntity({ key: 'at', name: 'Wien GmbH', numberPrefix: 'AT-', currency: 'EUR' });
      await session.assignToEntity(austrian, 'at');
      for (const [index, id] of [german, austrian, moving].entries())
        await session.subscribe(order(world, id, index));
      await session.advanceTo(localDate('2026-02-15'));
      await session.assignToEntity(moving, 'at');
      await session.advanceTo(localDate('2026-03-15'));
      const moved = await session.invoices(moving);
      world.expectEqual('invoices of the one who moved', 3, moved.length);
      expectSeries(world, 'the first entity', [...(await session.invoices(german)), ...moved.slice(0, 2)]);
      expectSeries(world, 'the Austrian entity', [...(await session.invoices(austrian)), ...moved.slice(2)]);
      const all = await invoicesOf(session, [german, austrian, moving]);
      world.expectEqual('different numbers', all.length, new Set(all.map(({ number }) => number)).size);
    },
  );

  check(
    'The number of a voided invoice is neither missing nor given again',
    { topic: 'document', needs: ['clock', 'price.flat', 'invoice.void'], tags: ['@close', '@risk-high'] },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 2);
      for (const [index, id] of ids.entries()) await session.subscribe(order(world, id, index));
      const [first = ''] = ids;
      const [invoice] = await session.invoices(first);
      if (invoice !== undefined) await session.voidInvoice(`${world.checkId}-void`, invoice.id);
      await session.advanceTo(localDate('2026-02-01'));
      const invoices = await invoicesOf(session, ids);
      world.expectThat(
        invoices.some(({ id, status }) => id === invoice?.id && status === 'void'),
        'The voided invoice is not in the list any more.',
      );
      expectSeries(world, 'the seller', invoices);
    },
  );

  check(
    'A draft that comes to nothing takes no number',
    {
      topic: 'document',
      needs: ['clock', 'price.per-unit', 'usage', 'invoice.draft', 'invoice.draft-days'],
      tags: ['@close', '@edge', '@risk-high'],
    },
    async (world) => {
      const session = await world.target(start);
      const [customerId = ''] = await customersOf(world, session, 1);
      await session.publish(monthlyPlan('calls', [metered('calls', { kind: 'per-unit', unit: '1.00' })]));
      await session.reviewInvoices(customerId, { kind: 'days', days: 3 });
      await session.subscribe({ ...order(world, customerId, 1), plan: 'calls' });
      // Calls in February and in April only: nothing is left of the drafts of the other months.
      for (const day of ['2026-02-15', '2026-04-15'].map(localDate)) {
        await session.advanceTo(day);
        const at = instant(`${day}T12:00:00Z`);
        const id = `${world.checkId}-${day}`;
        await session.sendUsage([{ id, customerId, meter: 'calls', quantity: '2', at }]);
      }
      await session.advanceTo(localDate('2026-06-15'));
      const invoices = await session.invoices(customerId);
      world.expectEqual('invoices', 2, invoices.length);
      expectSeries(world, 'the seller', invoices);
    },
  );

  check(
    'Whatever is refused of invoices, drafts and credit notes takes no number',
    {
      topic: 'document',
      needs: [
        'clock',
        'price.flat',
        'payment',
        'credit-note',
        'invoice.void',
        'invoice.rebill',
        'invoice.draft',
      ],
      tags: ['@close', '@edge', '@risk-high'],
    },
    async (world) => {
      const session = await world.target(start);
      const [customerId = ''] = await customersOf(world, session, 1);
      await session.subscribe(order(world, customerId, 1));
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await session.advanceTo(localDate('2026-02-01'));
      const draft = (await session.drafts(customerId))[0]?.id ?? '';
      const [first] = await session.invoices(customerId);
      const invoiceId = first?.id ?? '';
      const of = (what: string) => `${world.checkId}-${what}`;
      const whole = { part: { kind: 'whole' }, reason: 'goodwill' } as const;
      const tooMuch = { part: { kind: 'lines', lines: [{ line: 0, net: eur('10.01') }] } } as const;
      await session.finalise(of('final'), draft);
      const refusals: readonly (readonly [string, () => Promise<unknown>])[] = [
        ['draft that is final', () => session.finalise(of('final-again'), draft)],
        ['draft that is none', () => session.finalise(of('final-none'), 'no-such-draft')],
        [
          'invoice in force billed again',
          () => session.rebill({ key: of('rebill'), invoiceId, without: [] }),
        ],
        [
          'credit note of too much',
          () => session.creditNote({ ...whole, ...tooMuch, key: of('much'), invoiceId }),
        ],
        [
          'credit note of no invoice',
          () => session.creditNote({ ...whole, key: of('none'), invoiceId: 'no-such-invoice' }),
        ],
      ];
      for (const [what, attempt] of refusals)
        world.expectRefused(await refusalOf(attempt()), `The target took a ${what}.`);
      await session.creditNote({ ...whole, key: of('note-1'), invoiceId });
      const second = session.creditNote({ ...whole, key: of('note-again'), invoiceId });
      world.expectRefused(await refusalOf(second), 'The target took a credit note of nothing.');
      await session.reviewInvoices(customerId, { kind: 'none' });
      await session.advanceTo(localDate('2026-03-01'));
      const [, february, march] = await session.invoices(customerId);
      await session.voidInvoice(of('void'), february?.id ?? '');
      const again = { invoiceId: february?.id ?? '', without: [] };
      const nothing = session.rebill({ key: of('rebill-nothing'), ...again, without: [0] });
      world.expectRefused(await refusalOf(nothing), 'The target took an invoice of no line.');
      await session.rebill({ key: of('rebill-1'), ...again });
      const twice = session.rebill({ key: of('rebill-2'), ...again });
      world.expectRefused(await refusalOf(twice), 'The target billed an invoice again twice.');
      await session.creditNote({ ...whole, key: of('note-2'), invoiceId: march?.id ?? '' });
      const invoices = await session.invoices(customerId);
      world.expectEqual('invoices', 4, invoices.length);
      expectSeries(world, 'the seller', invoices);
      const notes = (await session.creditNotes(customerId)).map(({ number }) => number);
      const counts = notes.map((number) => Number(/\d+$/.exec(number)?.[0]));
      world.expectEqual('steps between credit notes', [1], [(counts[1] ?? 0) - (counts[0] ?? 0)]);
    },
  );

  check(
    'Bills that wait side by side take their numbers when they become final, and previews of them take none',
    {
      topic: 'document',
      needs: [
        'clock',
        'price.flat',
        'preview.invoice',
        'invoice.draft',
        'invoice.draft-days',
        'subscription.cancel',
      ],
      tags: ['@close', '@edge', '@risk-high'],
    },
    async (world) => {
      const session = await world.target(start);
      const ids = await customersOf(world, session, 3);
      const [waiting = '', leaving = '', other = ''] = ids;
      await session.subscribe(order(world, waiting, 1));
      const { id: left } = await session.subscribe(order(world, leaving, 2));
      await session.subscribe(order(world, other, 3));
      for (const id of [waiting, leaving]) await session.reviewInvoices(id, { kind: 'days', days: 60 });
      await session.advanceTo(localDate('2026-03-05'));
      world.expectEqual('bills that wait', 2, (await session.drafts(waiting)).length);
      for (const id of ids) await session.previewInvoice(id, localDate('2026-04-01'));
      // What this one made due is given back before it is final.
      await session.cancel(left, { kind: 'date', date: localDate('2026-03-05') });
      await session.advanceTo(localDate('2026-06-20'));
      const invoices = await invoicesOf(session, ids);
      world.expectThat(invoices.length > 12, `Found ${invoices.length} invoices, expected more than twelve.`);
      expectSeries(world, 'the seller', invoices);
    },
  );
});

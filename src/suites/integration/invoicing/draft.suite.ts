import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import type { InvoiceReview } from '../../../model/billing/invoice-review.ts';
import { addDays, instant, type LocalDate, localDate } from '../../../model/date.ts';
import { addMoney, type Money, sumMoney } from '../../../model/money.ts';
import { answer } from '../../../oracle/answer.ts';
import { type BillingSession, refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan, taxFrom } from '../../../scenario/drawn/customer-history.ts';
import { expectSeries } from '../../../scenario/number-series.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.per-unit', 'usage', 'tax', 'invoice.draft'] as const;
const topic = 'document' as const;
const start = localDate('2026-01-01');
const billDay = localDate('2026-02-01');

/** EUR 10.00 a month in advance, and EUR 2.00 for each call afterwards. */
const plan = monthlyPlan('metered', [fee('10.00'), metered('calls', { kind: 'per-unit', unit: '2.00' })]);

interface Reviewed {
  readonly session: BillingSession;
  readonly customerId: string;
  readonly subscriptionId: string;
}

/** Acme's first invoice, of EUR 11.90, is out. From now on his bills are drafts; 10 calls of January are on the next one. */
async function reviewed(world: World, review: InvoiceReview): Promise<Reviewed> {
  const session = await world.target(start);
  await session.setTaxRate({ country: 'DE', ...taxFrom('2026-01-01', '19') });
  const { customerId, subscription } = await openContract(world, { customer: 'Acme', plan, start, session });
  await session.reviewInvoices(customerId, review);
  await use(session, customerId, { id: `${world.checkId}-in-time`, quantity: '10' });
  await session.advanceTo(billDay);
  return { session, customerId, subscriptionId: subscription.id };
}

function use(
  session: BillingSession,
  customerId: string,
  of: { readonly id: string; readonly quantity: string },
) {
  const at = instant('2026-01-20T12:00:00Z');
  return session.sendUsage([{ ...of, customerId, meter: 'calls', at }]);
}

/** The one draft that waits. */
async function theDraft(world: World, { session, customerId }: Reviewed): Promise<Invoice> {
  const drafts = await session.drafts(customerId);
  world.expectEqual('drafts', 1, drafts.length);
  world.verify();
  return drafts[0] as Invoice;
}

function expectTotal(
  world: World,
  found: Invoice,
  expected: { readonly total: string; readonly because: string },
) {
  world.expectMoney({
    measure: `total of the ${found.status === 'draft' ? 'draft' : 'invoice'}`,
    expected: eur(expected.total),
    actual: found.total,
    nature: 'charge',
    customer: 'Acme',
    invoice: found.number,
    explanation: expected.because,
  });
}

/** 10.00 for February and 10 calls at 2.00, with 19% tax. */
const inTime = { total: '35.70', because: 'EUR 10.00 + 10 × EUR 2.00 = EUR 30.00, with 19% EUR 35.70.' };
/** Five calls more. */
const withLate = { total: '47.60', because: 'EUR 10.00 + 15 × EUR 2.00 = EUR 40.00, with 19% EUR 47.60.' };

function halfOfFebruary({ profile }: World): Money {
  const whole = { from: billDay, to: localDate('2026-03-01') };
  const used = { from: billDay, to: addDays(billDay, 14) };
  const { dayCount } = profile;
  const days = { kind: 'proration', currency: 'EUR', amount: '10.00', whole, used, dayCount } as const;
  const { answer: share } = answer(days, profile);
  return share.kind === 'proration' ? eur(share.amount) : eur('0.00');
}

describe('A draft', () => {
  check(
    'has its amounts, but no number, no due day and no place in the books',
    { topic, needs, tags: ['@close'] },
    async (world) => {
      const waiting = await reviewed(world, { kind: 'by-hand' });
      const { session, customerId } = waiting;
      const draft = await theDraft(world, waiting);
      expectTotal(world, draft, inTime);
      world.expectEqual(
        'status, number and due day',
        ['draft', '', null],
        [draft.status, draft.number, draft.dueDate],
      );
      world.expectEqual('invoices', 1, (await session.invoices(customerId)).length);
      if (!world.can('ledger')) return;
      const owed = (await session.ledger(customerId)).filter(({ account }) => account === 'receivables');
      world.expectEqual(
        'receivables in the books',
        [eur('11.90')],
        owed.map(({ amount }) => amount),
      );
    },
  );

  check(
    'takes in usage that comes before it is final',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const waiting = await reviewed(world, { kind: 'by-hand' });
      const { session, customerId } = waiting;
      const results = await use(session, customerId, { id: `${world.checkId}-late`, quantity: '5' });
      world.expectEqual(
        'answer to the usage',
        ['accepted'],
        results.map(({ outcome }) => outcome),
      );
      const draft = await theDraft(world, waiting);
      expectTotal(world, draft, withLate);
      expectTotal(world, await session.finalise(`${world.checkId}-final`, draft.id), withLate);
      await session.reviewInvoices(customerId, { kind: 'none' });
      await session.advanceTo(localDate('2026-03-01'));
      const march = (await session.invoices(customerId)).at(-1) as Invoice;
      expectTotal(world, march, {
        total: '11.90',
        because: 'EUR 10.00 with 19%; all usage was billed before.',
      });
    },
  );

  check('that is final says what it said before', { topic, needs, tags: ['@risk-high'] }, async (world) => {
    const waiting = await reviewed(world, { kind: 'by-hand' });
    const draft = await theDraft(world, waiting);
    const invoice = await waiting.session.finalise(`${world.checkId}-final`, draft.id);
    const said = ({ lines, subtotal, discount, tax, total, taxes }: Invoice) => ({
      lines,
      subtotal,
      discount,
      tax,
      total,
      taxes,
    });
    world.expectEqual('the invoice, without number and days', said(draft), said(invoice));
    world.expectEqual('drafts that are left', 0, (await waiting.session.drafts(waiting.customerId)).length);
  });

  check('is billed by no other run while it waits', { topic, needs, tags: ['@risk-high'] }, async (world) => {
    const waiting = await reviewed(world, { kind: 'by-hand' });
    const { session, customerId } = waiting;
    await session.bill(billDay);
    await session.advanceTo(addDays(billDay, 3));
    await session.bill(addDays(billDay, 3));
    expectTotal(world, await theDraft(world, waiting), inTime);
    if (world.can('preview.invoice'))
      world.expectEqual(
        'announced invoice',
        null,
        await session.previewInvoice(customerId, addDays(billDay, 3)),
      );
  });

  check(
    'goes along with a change of the subscription',
    { topic, needs: [...needs, 'subscription.cancel'] },
    async (world) => {
      const waiting = await reviewed(world, { kind: 'by-hand' });
      const { session, customerId, subscriptionId } = waiting;
      await session.cancel(subscriptionId, { kind: 'date', date: addDays(billDay, 14) });
      await session.finalise(`${world.checkId}-final`, (await theDraft(world, waiting)).id);
      await session.reviewInvoices(customerId, { kind: 'none' });
      await session.advanceTo(localDate('2026-03-01'));
      const { dayCount } = world.profile;
      const nets = (await session.invoices(customerId)).map(({ subtotal }) => subtotal);
      world.expectMoney({
        measure: 'billed in all, without tax',
        // 10.00 for January, 20.00 of calls, and 5.00 for 14 of the 28 days of February, or what days are to the target.
        expected: dayCount === 'actual' ? eur('35.00') : addMoney(eur('30.00'), halfOfFebruary(world)),
        actual: sumMoney(nets, 'EUR'),
        nature: 'charge',
        customer: 'Acme',
        explanation: 'February ends on its 15th, while its bill is a draft.',
      });
    },
  );

  check('cannot be paid, credited or taken back', { topic, needs }, async (world) => {
    const waiting = await reviewed(world, { kind: 'by-hand' });
    const { session } = waiting;
    const { id, total } = await theDraft(world, waiting);
    const attempts: [string, Promise<unknown>][] = [];
    const key = world.checkId;
    if (world.can('payment')) attempts.push(['payment', session.pay({ key, invoiceId: id, amount: total })]);
    if (world.can('invoice.void')) attempts.push(['void', session.voidInvoice(`${key}-void`, id)]);
    if (world.can('credit-note')) {
      const note = { key: `${key}-note`, invoiceId: id, part: { kind: 'whole' }, reason: 'none' } as const;
      attempts.push(['credit note', session.creditNote(note)]);
    }
    for (const [what, attempt] of attempts)
      world.expectRefused(await refusalOf(attempt), `The target took a ${what} of a draft.`);
    expectTotal(world, await theDraft(world, waiting), inTime);
  });
});

describe('A draft that becomes final', () => {
  check(
    'is numbered, due and posted from that day on',
    { topic, needs, tags: ['@close', '@risk-high'] },
    async (world) => {
      const waiting = await reviewed(world, { kind: 'by-hand' });
      const { session, customerId } = waiting;
      const day: LocalDate = addDays(billDay, 9);
      await session.advanceTo(day);
      const draft = await theDraft(world, waiting);
      const invoice = await session.finalise(`${world.checkId}-final`, draft.id);
      world.expectEqual(
        'status, issue and due day',
        ['finalised', day, addDays(day, world.profile.paymentTermDays)],
        [invoice.status, invoice.issueDate, invoice.dueDate],
      );
      expectSeries(world, 'the seller', await session.invoices(customerId));
      if (!world.can('ledger')) return;
      const posted = (await session.ledger(customerId)).filter(
        ({ invoiceId, account }) => invoiceId === invoice.id && account === 'receivables',
      );
      world.expectEqual(
        'receivables of it in the books',
        [{ date: day, amount: eur('35.70') }],
        posted.map(({ date, amount }) => ({ date, amount })),
      );
    },
  );

  check(
    'becomes one invoice, however many finalise it at once',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const waiting = await reviewed(world, { kind: 'by-hand' });
      const { session, customerId } = waiting;
      const { id } = await theDraft(world, waiting);
      const key = `${world.checkId}-final`;
      await Promise.all(Array.from({ length: 5 }, () => session.finalise(key, id)));
      await Promise.all([1, 2, 3].map((other) => refusalOf(session.finalise(`${key}-${other}`, id))));
      world.expectEqual('invoices', 2, (await session.invoices(customerId)).length);
      expectSeries(world, 'the seller', await session.invoices(customerId));
      const other = await reviewed(world, { kind: 'by-hand' });
      const draft = await theDraft(world, other);
      await Promise.all(
        [1, 2, 3, 4].map((each) => refusalOf(other.session.finalise(`${key}-${each}`, draft.id))),
      );
      world.expectEqual(
        'invoices, when four people press the button',
        2,
        (await other.session.invoices(other.customerId)).length,
      );
    },
  );

  check(
    'does so by itself when its days are over, not before',
    { topic, needs: [...needs, 'invoice.draft-days'], tags: ['@close'] },
    async (world) => {
      const waiting = await reviewed(world, { kind: 'days', days: 3 });
      const { session, customerId } = waiting;
      await session.advanceTo(addDays(billDay, 2));
      expectTotal(world, await theDraft(world, waiting), inTime);
      await session.advanceTo(addDays(billDay, 10));
      const invoices = await session.invoices(customerId);
      world.expectEqual(
        'days of issue',
        [start, addDays(billDay, 3)],
        invoices.map(({ issueDate }) => issueDate),
      );
      expectTotal(world, invoices.at(-1) as Invoice, inTime);
      world.expectEqual('drafts that are left', 0, (await session.drafts(customerId)).length);
    },
  );

  check('is taxed as on its day', { topic, needs, tags: ['@risk-high'] }, async (world) => {
    const waiting = await reviewed(world, { kind: 'by-hand' });
    const { session } = waiting;
    await session.setTaxRate({ country: 'DE', ...taxFrom('2026-02-05', '25') });
    await session.advanceTo(addDays(billDay, 9));
    const { id } = await theDraft(world, waiting);
    const invoice = await session.finalise(`${world.checkId}-final`, id);
    // The calls were made in January, and February begins before the new rate.
    if (world.profile.taxPoint === 'supply-date') expectTotal(world, invoice, inTime);
    else
      expectTotal(world, invoice, {
        total: '37.50',
        because: 'EUR 30.00, with the 25% of its day EUR 37.50.',
      });
  });
});

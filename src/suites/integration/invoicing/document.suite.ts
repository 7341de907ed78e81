import { describe } from 'vitest';
import { instant, localDate } from '../../../model/date.ts';
import { billHistories } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import {
  type CustomerHistory,
  castHistory,
  customerHistory,
  fee,
  metered,
  monthlyPlan,
  subscriptionOf,
  taxFrom,
} from '../../../scenario/drawn/customer-history.ts';
import { ExpectationFailed } from '../../../scenario/expectation-failed.ts';
import { expectDocumentAgrees, timesSaid } from '../../../scenario/pdf/invoice-document.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'invoice.pdf'] as const;

/** Each invoice of the histories, as a file and as the target tells it. */
async function expectDocuments(world: World, histories: readonly CustomerHistory[]): Promise<void> {
  const billed = await billHistories(world, histories);
  for (const [name, { session, invoices }] of billed) {
    world.expectThat(invoices.length > 0, `${name} has no invoice, so no file was read.`);
    for (const invoice of invoices) {
      const file = await session.invoicePdf(invoice.id);
      expectDocumentAgrees(world, file, { invoice, name });
    }
  }
}

describe('The PDF of an invoice', () => {
  for (const [name, currency, price] of [
    ['Acme', 'EUR', '1247.11'],
    ['Globex', 'USD', '0.07'],
    ['Sakura', 'JPY', '9999'],
    ['Dhow', 'KWD', '4.567'],
  ] as const)
    check(
      `says what the invoice says: ${name} in ${currency}, with discount and tax, and credit for unused days`,
      {
        topic: 'document',
        needs: [...needs, 'tax', 'discount', 'subscription.cancel'],
        tags: ['@document', '@risk-high'],
      },
      async (world) => {
        const plan = `plan-${currency}`;
        const history = castHistory(name, {
          plans: [monthlyPlan(plan, [fee(price)], { currency })],
          subscriptions: [subscriptionOf(plan, '2026-02-28', { cancelledOn: localDate('2026-04-10') })],
          discounts: [{ from: localDate('2026-02-28'), percent: '7.5' }],
          taxRates: [taxFrom('2020-01-01', '19')],
          until: '2026-05-01',
        });
        await expectDocuments(world, [history]);
      },
    );

  check(
    'has the whole name, whatever brackets, strokes and letters are in it',
    { topic: 'document', needs, tags: ['@document', '@edge'] },
    async (world) => {
      const names = [
        'Smith (Holding) & Sons',
        'Back\\slash ) Ltd',
        'O\'Brien "Best" & Sons <Bau> 100 % #1',
        'Müller Söhne Ölmühle GmbH',
        'Łódź Żółć Δοκιμή Пример',
        '株式会社さくら印刷',
        'Zweckverband für die Abwasserbeseitigung im oberen Tal der Großen Ache und in seinem weiten Umland',
      ];
      const plan = monthlyPlan('basic', [fee('30.00')]);
      const who = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' };
      const histories = names.map((name) =>
        customerHistory(
          { ...who, name },
          { plans: [plan], subscriptions: [subscriptionOf('basic', '2026-01-01')], until: '2026-01-15' },
        ),
      );
      await expectDocuments(world, histories);
    },
  );

  check(
    'says from when on it is for, where that is another day than its own',
    { topic: 'document', needs: [...needs, 'usage', 'price.per-unit'], tags: ['@document', '@edge'] },
    async (world) => {
      const calls = metered('calls', { kind: 'per-unit', unit: '0.25' });
      const history = castHistory('Acme', {
        plans: [monthlyPlan('metered', [calls, fee('10.00')])],
        subscriptions: [subscriptionOf('metered', '2026-01-28')],
        usage: [
          { id: 'first', meter: 'calls', quantity: '7', at: instant('2026-02-03T12:00:00Z') },
          { id: 'second', meter: 'calls', quantity: '9', at: instant('2026-03-03T12:00:00Z') },
        ],
        until: '2026-04-05',
      });
      await expectDocuments(world, [history]);
    },
  );

  // Whatever fits on a page: some of these end within one, and some leave a line or two for the last.
  for (const count of [31, 38, 45, 58, 90])
    check(
      `goes on over as many pages as the invoice has lines for: ${count} lines`,
      { topic: 'document', needs: [...needs, 'price.several-fees'], tags: ['@document', '@edge'] },
      async (world) => {
        // Each fee is another amount, so that none stands in for one that is missing: 1.01 to 1.90.
        const fees = Array.from({ length: count }, (_, index) =>
          fee(`1.${String(index + 1).padStart(2, '0')}`, `fee-${index + 1}`),
        );
        const history = castHistory('Acme', {
          plans: [monthlyPlan('long', fees)],
          subscriptions: [subscriptionOf('long', '2026-01-01')],
          until: '2026-01-15',
        });
        await expectDocuments(world, [history]);
      },
    );

  check(
    'says its sums as often on several pages as on one, and each of many lines as often as each of few',
    {
      topic: 'document',
      needs: [...needs, 'tax', 'discount', 'price.several-fees'],
      tags: ['@document', '@edge'],
    },
    async (world) => {
      const [few, many] = [await said(world, 2), await said(world, 70)];
      world.expectEqual('sums on a long invoice', few.sums, many.sums);
      const oddLines = many.lines.filter((times) => times !== few.lines[0]);
      world.expectEqual('lines that are said more or less often than on a short invoice', [], oddLines);
    },
  );
});

/** How often the file of an invoice of so many lines says its sums, and the price of each line. */
async function said(world: World, count: number) {
  // 7.01 to 7.70: no two alike, and no sum of them is one.
  const fees = Array.from({ length: count }, (_, index) =>
    fee(`7.${String(index + 1).padStart(2, '0')}`, `fee-${index + 1}`),
  );
  const name = `long-${count}`;
  const history = castHistory('Acme', {
    plans: [monthlyPlan(name, fees)],
    subscriptions: [subscriptionOf(name, '2026-01-01')],
    discounts: [{ from: localDate('2026-01-01'), percent: '7.5' }],
    taxRates: [taxFrom('2020-01-01', '19')],
    until: '2026-01-15',
  });
  const billed = (await billHistories(world, [history])).get('Acme');
  const invoice = billed?.invoices[0];
  if (billed === undefined || invoice === undefined)
    throw new ExpectationFailed(['Found no invoice on the first day, expected one.']);
  const file = await billed.session.invoicePdf(invoice.id);
  const { subtotal, tax, total } = invoice;
  return {
    sums: timesSaid(file, [subtotal, tax, total]),
    lines: timesSaid(
      file,
      invoice.lines.map(({ net }) => net),
    ),
  };
}

import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { type Money, parseMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import {
  balanceOf,
  ecb,
  expectBooks,
  type ForeignCustomer,
  foreignCustomer,
} from '../../../scenario/situations/foreign-customer.ts';
import { billingStart, eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'tax', 'ledger', 'legal-entity', 'exchange-rates'] as const;
const paid = [...needs, 'payment'] as const;
const topic = 'ledger' as const;
const usd = (amount: string) => parseMoney(amount, 'USD');
const later = addDays(billingStart, 9);

/** USD 100.00 with 19% tax: USD 119.00. */
function globex(world: World, ...rates: readonly (readonly [string, string])[]): Promise<ForeignCustomer> {
  return foreignCustomer(world, {
    name: 'Globex',
    amount: '100.00',
    rates: rates.map(([from, rate]) => ecb('USD', rate, localDate(from))),
  });
}

async function pay({ session, customerId }: ForeignCustomer, amount: Money, key: string): Promise<void> {
  const [invoice] = await session.invoices(customerId);
  await session.pay({ key, invoiceId: invoice?.id ?? '', amount });
}

describe('An invoice in another currency than the books', () => {
  check(
    'is worth what the rate of its day says',
    { topic, needs, tags: ['@close', '@risk-high'] },
    async (world) => {
      const values = await expectBooks(world, await globex(world, ['2025-12-20', '0.9']));
      const found = (['receivables', 'revenue', 'tax-payable'] as const).map((account) =>
        balanceOf(values, account),
      );
      // 119.00, 100.00 and 19.00 dollars at 0.9.
      world.expectEqual('owed, earned and taxed', [eur('107.10'), eur('-90.00'), eur('-17.10')], found);
      const rates = values.filter(({ account }) => account === 'receivables').map(({ rate }) => rate);
      const shown = { rate: '0.9', source: 'ECB', effectiveFrom: '2025-12-20' };
      world.expectEqual('rate, its source and its day', [shown], rates);
    },
  );

  check(
    'goes by the rate in force on its day, not by the next or the first',
    { topic, needs },
    async (world) => {
      const foreign = await globex(
        world,
        ['2025-12-10', '0.8'],
        ['2026-01-01', '0.9'],
        ['2026-01-02', '0.7'],
        ['2026-01-30', '0.95'],
      );
      await foreign.session.advanceTo(localDate('2026-02-01'));
      const values = await expectBooks(world, foreign);
      const owed = values.filter(({ account }) => account === 'receivables').map(({ amount }) => amount);
      // USD 119.00 at 0.9 in January, at 0.95 in February.
      world.expectEqual('owed by month', [eur('107.10'), eur('113.05')], owed);
    },
  );

  check('keeps its value when later rates are entered', { topic, needs, tags: ['@close'] }, async (world) => {
    const foreign = await globex(world, ['2025-12-20', '0.9']);
    const { session, customerId } = foreign;
    const before = await session.bookValues(customerId);
    await session.setExchangeRate(ecb('USD', '0.5', localDate('2025-12-25')));
    const again = session.setExchangeRate(ecb('USD', '0.6', localDate('2025-12-20')));
    world.expectRefused(await refusalOf(again), 'The target changed a rate that was entered before.');
    world.expectEqual('values', before, await session.bookValues(customerId));
  });

  check('balances to the cent, whatever the rate', { topic, needs, tags: ['@risk-high'] }, async (world) => {
    for (const rate of ['0.918273', '0.333333', '1.000049', '12.34567', '0.015']) {
      const foreign = await foreignCustomer(world, {
        name: 'Globex',
        amount: '33.33',
        rates: [ecb('USD', rate)],
      });
      await expectBooks(world, foreign);
    }
  });

  check(
    'and with a discount, which the books hold too, balances to the cent',
    { topic, needs: [...needs, 'discount'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const discount = { code: 'SEVENTH', kind: 'percent', percent: '14.3' } as const;
      for (const rate of ['0.918273', '0.333333', '1.000049', '12.34567', '0.015', '0.777777']) {
        const rates = [ecb('USD', rate)];
        await expectBooks(
          world,
          await foreignCustomer(world, { name: 'Globex', amount: '33.33', rates, discount }),
        );
      }
    },
  );

  for (const [name, amount, rate, owed] of [
    // JPY 10,000 with 19% are JPY 11,900, at 0.00612 EUR 72.83 (72.828).
    ['Sakura', '10000', '0.00612', '72.83'],
    // KWD 10.005 with 19% (1.90095, so 1.901) are KWD 11.906, at 2.98 EUR 35.48 (35.47988).
    ['Dhow', '10.005', '2.98', '35.48'],
  ] as const) {
    check(`is valued by the coins of its own currency: ${name}`, { topic, needs }, async (world) => {
      const { JPY, KWD } = { JPY: 'JPY', KWD: 'KWD' };
      const rates = [ecb(name === 'Sakura' ? JPY : KWD, rate)];
      const values = await expectBooks(world, await foreignCustomer(world, { name, amount, rates }));
      world.expectEqual('owed', eur(owed), balanceOf(values, 'receivables'));
    });
  }
});

describe('Without a rate', () => {
  check(
    'no invoice is issued, and none is lost',
    { topic, needs: [...needs, 'invoice.draft'], tags: ['@risk-high'] },
    async (world) => {
      const foreign = await globex(world);
      const { session, customerId } = foreign;
      world.expectEqual('invoices', 0, (await session.invoices(customerId)).length);
      world.expectEqual('postings', 0, (await session.ledger(customerId)).length);
      const [draft, ...more] = await session.drafts(customerId);
      world.expectEqual('drafts that wait', 1, more.length + (draft === undefined ? 0 : 1));
      const refusal = await refusalOf(session.finalise(`${world.checkId}-final`, draft?.id ?? ''));
      world.expectRefused(refusal, 'The target issued an invoice that nobody can value.');
      await session.setExchangeRate(ecb('USD', '0.9'));
      await session.bill(billingStart);
      world.expectEqual('invoices, once there is a rate', 1, (await session.invoices(customerId)).length);
      await expectBooks(world, { ...foreign, books: { ...foreign.books, rates: [ecb('USD', '0.9')] } });
    },
  );

  check('that is young enough, none is either', { topic, needs, tags: ['@close'] }, async (world) => {
    const days = world.profile.exchangeRateDays;
    world.expectThat(days === undefined || days > 0, 'A rate may be used on no day at all.');
    if (days === undefined) {
      const ancient = await globex(world, [addDays(billingStart, -400), '0.9']);
      const issued = (await ancient.session.invoices(ancient.customerId)).length;
      world.expectEqual('invoices at a rate of any age, as the target says of itself', 1, issued);
      return;
    }
    const just = await globex(world, [addDays(billingStart, -days), '0.9']);
    world.expectEqual(
      'invoices at the oldest rate',
      1,
      (await just.session.invoices(just.customerId)).length,
    );
    const old = await globex(world, [addDays(billingStart, -days - 1), '0.9']);
    world.expectEqual(
      'invoices at a rate that is too old',
      0,
      (await old.session.invoices(old.customerId)).length,
    );
  });
});

describe('A payment in another currency than the books', () => {
  const moved = [
    // 107.10 of January: 113.05 and 101.15 came.
    { what: 'wins what the rate rose', rate: '0.95', won: '5.95', lost: '0.00' },
    { what: 'loses what the rate fell', rate: '0.85', won: '0.00', lost: '5.95' },
  ];
  for (const { what, rate, won, lost } of moved) {
    check(what, { topic, needs: paid, tags: ['@close', '@risk-high'] }, async (world) => {
      const foreign = await globex(world, ['2026-01-01', '0.9'], ['2026-01-08', rate]);
      await foreign.session.advanceTo(later);
      await pay(foreign, usd('119.00'), `${world.checkId}-pay`);
      const values = await expectBooks(world, foreign);
      const gain = balanceOf(values, 'exchange-gain');
      world.expectEqual(
        'won and lost',
        [eur(won), eur(lost)],
        [{ ...gain, amountMinor: -gain.amountMinor }, balanceOf(values, 'exchange-loss')],
      );
    });
  }

  check(
    'wins or loses the smallest difference, too',
    { topic, needs: paid, tags: ['@close', '@risk-high'] },
    async (world) => {
      // 107.10 of January; a cent, three and nine more, then a cent and nine less, came.
      for (const [rate, won] of [
        ['0.9001', '0.01'],
        ['0.90026', '0.03'],
        ['0.90074', '0.09'],
        ['0.8999', '-0.01'],
        ['0.89926', '-0.09'],
      ] as const) {
        const foreign = await globex(world, ['2026-01-01', '0.9'], ['2026-01-08', rate]);
        await foreign.session.advanceTo(later);
        await pay(foreign, usd('119.00'), `${world.checkId}-pay`);
        const values = await expectBooks(world, foreign);
        const moved = balanceOf(values, 'exchange-gain', 'exchange-loss');
        world.expectEqual(`won at ${rate}`, eur(won), { ...moved, amountMinor: -moved.amountMinor });
      }
    },
  );

  check('in parts leaves no cent behind', { topic, needs: paid, tags: ['@risk-high'] }, async (world) => {
    const foreign = await globex(world, ['2026-01-01', '0.918273'], ['2026-01-08', '0.933331']);
    const parts = ['39.67', '39.67', '39.66'];
    for (const [index, part] of parts.entries()) {
      await foreign.session.advanceTo(addDays(billingStart, 5 + index * 2));
      await pay(foreign, usd(part), `${world.checkId}-pay-${index}`);
      await expectBooks(world, foreign);
    }
    const values = await foreign.session.bookValues(foreign.customerId);
    world.expectEqual('owed in the end', eur('0.00'), balanceOf(values, 'receivables'));
  });

  check(
    'is worth what it was on its day, when it comes by itself',
    { topic, needs: [...paid, 'payment.receive'] },
    async (world) => {
      const foreign = await globex(world, ['2026-01-01', '0.9'], ['2026-01-08', '0.95']);
      const { session, customerId } = foreign;
      await session.advanceTo(later);
      await session.receive({
        key: `${world.checkId}-in`,
        customerId,
        amount: usd('150.00'),
        invoiceIds: null,
      });
      const values = await expectBooks(world, foreign);
      // All of USD 150.00 at 0.95.
      world.expectEqual('cash', eur('142.50'), balanceOf(values, 'cash'));
    },
  );
});

describe('What takes an invoice back', () => {
  check(
    'is worth what the invoice was',
    { topic, needs: [...needs, 'invoice.void'], tags: ['@close'] },
    async (world) => {
      const { session, customerId } = await globex(world, ['2026-01-01', '0.918273'], ['2026-01-08', '0.5']);
      await session.advanceTo(later);
      const [invoice] = await session.invoices(customerId);
      await session.voidInvoice(`${world.checkId}-void`, invoice?.id ?? '');
      const values = await session.bookValues(customerId);
      const accounts = ['receivables', 'revenue', 'tax-payable', 'exchange-gain', 'exchange-loss'] as const;
      world.expectEqual(
        'left in the books',
        accounts.map(() => eur('0.00')),
        accounts.map((account) => balanceOf(values, account)),
      );
    },
  );

  check(
    'as a loss is worth what the invoice was, also where a part of it was paid at another rate',
    { topic, needs: [...paid, 'payment.write-off'], tags: ['@close', '@edge', '@risk-high'] },
    async (world) => {
      const foreign = await globex(
        world,
        ['2026-01-01', '0.9'],
        ['2026-01-08', '0.95'],
        ['2026-01-12', '0.5'],
      );
      const { session, customerId } = foreign;
      await session.advanceTo(later);
      await pay(foreign, usd('50.00'), `${world.checkId}-pay`);
      await session.advanceTo(addDays(later, 5));
      const [invoice] = await session.invoices(customerId);
      await session.writeOff(`${world.checkId}-off`, invoice?.id ?? '');
      const values = await session.bookValues(customerId);
      const found = (['receivables', 'bad-debt', 'cash', 'exchange-gain', 'exchange-loss'] as const).map(
        (account) => balanceOf(values, account),
      );
      // 107.10 of January: 50.00 dollars were 45.00 of it and came as 47.50; 69.00 dollars are lost at 0.9.
      const expected = ['0.00', '62.10', '47.50', '-2.50', '0.00'].map(eur);
      world.expectEqual('owed, lost, come and won', expected, found);
    },
  );
});

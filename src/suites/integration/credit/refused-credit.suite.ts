import { describe } from 'vitest';
import type { Coupon } from '../../../model/billing/coupon.ts';
import type { CreditedPart } from '../../../model/billing/credit-note.ts';
import { localDate } from '../../../model/date.ts';
import { type Money, parseMoney } from '../../../model/money.ts';
import { amountOff, couponOf } from '../../../scenario/coupons.ts';
import { refusedActsChecks, type Situation, theFirst } from '../../../scenario/situations/refused-acts.ts';
import type { Twin } from '../../../scenario/situations/twins.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');
const later = localDate('2026-04-10');

async function firstInvoiceId({ session, customerId }: Twin): Promise<string> {
  return theFirst(await session.invoices(customerId), 'invoice').id;
}

const ofLine = (line: number, net: Money): CreditedPart => ({ kind: 'lines', lines: [{ line, net }] });

async function credit(twin: Twin, part: CreditedPart, key = 'note') {
  const invoiceId = await firstInvoiceId(twin);
  return twin.session.creditNote({ key: `${twin.key}-${key}`, invoiceId, part, reason: 'goodwill' });
}

async function voidFirst(twin: Twin, key = 'void') {
  return twin.session.voidInvoice(`${twin.key}-${key}`, await firstInvoiceId(twin));
}

async function voidNote(twin: Twin, key: string) {
  const note = theFirst(await twin.session.creditNotes(twin.customerId), 'credit note');
  return twin.session.voidCreditNote(`${twin.key}-${key}`, note.id);
}

async function rebill(twin: Twin, without: readonly number[], key = 'rebill') {
  return twin.session.rebill({ key: `${twin.key}-${key}`, invoiceId: await firstInvoiceId(twin), without });
}

async function redeem(
  { session, customerId, key }: Twin,
  code: string,
  subscriptionId: string | null = null,
) {
  return session.redeemCoupon({ key: `${key}-${code}`, customerId, code, subscriptionId });
}

async function walletId({ session, customerId }: Twin, name: string): Promise<string> {
  const named = (await session.wallets(customerId)).filter((wallet) => wallet.name === name);
  return theFirst(named, `wallet "${name}"`).id;
}

const coupons: readonly Coupon[] = [
  { ...couponOf('over', amountOff('5.00')), redeemBy: localDate('2026-04-05') },
  couponOf('dollars', amountOff('5.00', 'USD')),
  couponOf('five', amountOff('5.00')),
];

const situations: readonly Situation[] = [
  {
    title: 'who owes EUR 30.00',
    topic: 'credit',
    needs: ['clock', 'price.flat', 'credit-note'],
    acts: [
      {
        what: 'a credit of a cent more than the line',
        attempt: (twin) => credit(twin, ofLine(0, eur('30.01'))),
      },
      {
        what: 'a credit of a line that is not there',
        attempt: (twin) => credit(twin, ofLine(1, eur('1.00'))),
      },
      { what: 'a credit of nothing', attempt: (twin) => credit(twin, ofLine(0, eur('0.00'))) },
      { what: 'a credit of less than nothing', attempt: (twin) => credit(twin, ofLine(0, eur('-1.00'))) },
      {
        what: 'a credit in another currency',
        attempt: (twin) => credit(twin, ofLine(0, parseMoney('1.00', 'USD'))),
      },
      {
        what: 'a second bill of an invoice in force',
        needs: 'invoice.rebill',
        attempt: (twin) => rebill(twin, []),
      },
    ],
  },
  {
    title: 'to whom EUR 20.00 of EUR 30.00 were credited',
    topic: 'credit',
    needs: ['clock', 'price.flat', 'credit-note'],
    prepare: (_, both) => both((twin) => credit(twin, ofLine(0, eur('20.00')))),
    acts: [
      {
        what: 'a credit of a cent more than is left',
        attempt: (twin) => credit(twin, ofLine(0, eur('10.01')), 'second'),
      },
      {
        what: 'a void of the invoice that was credited',
        needs: 'invoice.void',
        attempt: (twin) => voidFirst(twin),
      },
    ],
  },
  {
    title: 'to whom all was credited',
    topic: 'credit',
    needs: ['clock', 'price.flat', 'credit-note'],
    prepare: (_, both) => both((twin) => credit(twin, { kind: 'whole' })),
    acts: [
      { what: 'a credit of the rest', attempt: (twin) => credit(twin, { kind: 'whole' }, 'second') },
      { what: 'a credit of a cent', attempt: (twin) => credit(twin, ofLine(0, eur('0.01')), 'third') },
    ],
  },
  {
    title: 'whose credit note was taken back',
    topic: 'credit',
    needs: ['clock', 'price.flat', 'credit-note'],
    prepare: (_, both) =>
      both(async (twin) => {
        await credit(twin, ofLine(0, eur('20.00')));
        await voidNote(twin, 'back');
      }),
    acts: [{ what: 'the note taken back again', attempt: (twin) => voidNote(twin, 'again') }],
  },
  {
    title: 'who has used what a credit note gave',
    topic: 'credit',
    needs: ['clock', 'price.flat', 'credit-note', 'payment', 'balance'],
    prepare: async ({ first }, both) => {
      await both(async (twin) => {
        const key = `${twin.key}-pay`;
        await twin.session.pay({ key, invoiceId: await firstInvoiceId(twin), amount: eur('30.00') });
        await credit(twin, ofLine(0, eur('20.00')));
      });
      await first.session.advanceTo(localDate('2026-05-02'));
    },
    acts: [
      { what: 'the note taken back', attempt: (twin) => voidNote(twin, 'back') },
      {
        what: 'a credit of a cent more than the note left of the line',
        attempt: (twin) => credit(twin, ofLine(0, eur('10.01')), 'second'),
      },
      {
        what: 'a credit of what the note credited',
        attempt: (twin) => credit(twin, ofLine(0, eur('20.00')), 'third'),
      },
    ],
  },
  {
    title: 'whose invoice is void',
    topic: 'credit',
    needs: ['clock', 'price.flat', 'invoice.void'],
    prepare: (_, both) => both((twin) => voidFirst(twin)),
    acts: [
      { what: 'another void', attempt: (twin) => voidFirst(twin, 'again') },
      {
        what: 'a credit of what is void',
        needs: 'credit-note',
        attempt: (twin) => credit(twin, { kind: 'whole' }),
      },
      {
        what: 'a write-off of what is void',
        needs: 'payment.write-off',
        attempt: async (twin) => twin.session.writeOff(`${twin.key}-off`, await firstInvoiceId(twin)),
      },
      {
        what: 'another bill without any line',
        needs: 'invoice.rebill',
        attempt: (twin) => rebill(twin, [0]),
      },
      {
        what: 'another bill without a line that is not there',
        needs: 'invoice.rebill',
        attempt: (twin) => rebill(twin, [1]),
      },
    ],
  },
  {
    title: 'who has coupons',
    topic: 'discount',
    needs: ['clock', 'price.flat', 'coupon'],
    prepare: async ({ first: { session } }) => {
      for (const coupon of coupons) await session.createCoupon(coupon);
      await session.advanceTo(later);
    },
    acts: [
      { what: 'a coupon that nobody made', attempt: (twin) => redeem(twin, 'none') },
      { what: 'a coupon whose last day is over', attempt: (twin) => redeem(twin, 'over') },
      {
        what: 'a coupon of another currency',
        needs: 'price.currencies',
        attempt: (twin) => redeem(twin, 'dollars'),
      },
      {
        what: 'a coupon for what somebody else has',
        attempt: (twin, other) => redeem(twin, 'five', other.subscription.id),
      },
      {
        what: 'a coupon for something that nobody has',
        attempt: (twin) => redeem(twin, 'five', 'no-such-subscription'),
      },
    ],
  },
  {
    title: 'who has EUR 10.00 in a wallet, and another one that is over',
    topic: 'credit',
    needs: ['clock', 'price.flat', 'wallet'],
    prepare: async ({ first }, both) => {
      await both(async ({ session, customerId, key }) => {
        for (const [name, expires] of [
          ['kept', null],
          ['over', localDate('2026-04-05')],
        ] as const) {
          const terms = { customerId, name, rate: '1', priority: 1, expires, charges: null };
          const { id } = await session.openWallet({ key: `${key}-${name}`, ...terms });
          await session.topUpWallet({ key: `${key}-${name}-top-up`, walletId: id, credits: '10' });
        }
      });
      await first.session.advanceTo(later);
    },
    acts: [
      ...(['0', '-1', '0.001'] as const).map((credits) => ({
        what: `a top-up of ${credits} credits`,
        attempt: async (twin: Twin) =>
          twin.session.topUpWallet({
            key: `${twin.key}-${credits}`,
            walletId: await walletId(twin, 'kept'),
            credits,
          }),
      })),
      ...(['0', '-1', '10.01'] as const).map((credits) => ({
        what: `${credits} credits taken out`,
        attempt: async (twin: Twin) =>
          twin.session.withdrawCredits({
            key: `${twin.key}-${credits}`,
            walletId: await walletId(twin, 'kept'),
            credits,
          }),
      })),
      {
        what: 'a top-up of a wallet that is over',
        attempt: async (twin) =>
          twin.session.topUpWallet({
            key: `${twin.key}-late`,
            walletId: await walletId(twin, 'over'),
            credits: '5',
          }),
      },
      {
        what: 'the key of a movement of another wallet',
        attempt: async (twin) =>
          twin.session.topUpWallet({
            key: `${twin.key}-over-top-up`,
            walletId: await walletId(twin, 'kept'),
            credits: '10',
          }),
      },
    ],
  },
];

describe('With a customer', () => refusedActsChecks(situations));

import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import {
  creditPart,
  ends,
  eur,
  firstInvoiceId,
  pay,
  payLast,
  receive,
  refund,
  refundLast,
} from '../../../scenario/situations/money-of-twins.ts';
import {
  type ImpossibleAct,
  refusedActsChecks,
  type Situation,
  theFirst,
} from '../../../scenario/situations/refused-acts.ts';
import type { Twin } from '../../../scenario/situations/twins.ts';

/** Amounts that nobody can pay, receive, charge or give back. */
const noAmounts = [
  { words: 'nothing', amount: eur('0.00') },
  { words: 'less than nothing', amount: eur('-1.00') },
  { words: 'another currency', amount: parseMoney('1.00', 'USD') },
] as const;

const payments: readonly ImpossibleAct[] = noAmounts.map(({ words, amount }) => ({
  what: `a payment of ${words}`,
  attempt: (twin: Twin) => pay(twin, amount, words),
}));

const transfers: readonly ImpossibleAct[] = [
  ...noAmounts.map(({ words, amount }) => ({
    what: `a transfer of ${words}`,
    needs: 'payment.receive' as const,
    attempt: (twin: Twin) => receive(twin, amount),
  })),
  {
    what: 'a transfer for an invoice of somebody else',
    needs: 'payment.receive',
    attempt: async (twin, other) => receive(twin, eur('5.00'), [await firstInvoiceId(other)]),
  },
];

const refunds: readonly ImpossibleAct[] = noAmounts.map(({ words, amount }) => ({
  what: `a refund of ${words}`,
  needs: 'payment.refund' as const,
  attempt: (twin: Twin) => refund(twin, amount, words),
}));

const charges: readonly ImpossibleAct[] = noAmounts.map(({ words, amount }) => ({
  what: `a charge by hand of ${words}`,
  needs: 'invoice.charge' as const,
  attempt: ({ session, customerId, key }: Twin) =>
    session.charge({
      key: `${key}-${words}`,
      customerId,
      text: 'Training',
      amount,
      date: localDate('2026-04-01'),
    }),
}));

const situations: readonly Situation[] = [
  {
    title: 'of EUR 30.00 that is open',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment'],
    acts: [
      ...payments,
      ...transfers,
      ...charges,
      {
        what: 'a bill run for a day to come',
        attempt: ({ session }) => session.bill(localDate('2026-05-01')),
      },
      {
        what: 'a clock that goes back',
        attempt: ({ session }) => session.advanceTo(localDate('2026-03-31')),
      },
      {
        what: 'a mandate for an account number that cannot be',
        needs: 'bank.files',
        attempt: ({ session, customerId, key }) =>
          session.signMandate({
            customerId,
            iban: 'DE88370400440532013000',
            reference: key,
            signedOn: localDate('2026-04-01'),
          }),
      },
      {
        what: 'money given to a customer that never came',
        needs: 'bank.files',
        attempt: ({ session, customerId }) => session.applyCash('no-such-booking', customerId),
      },
    ],
  },
  {
    title: 'of which EUR 10.00 of EUR 30.00 are paid',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment'],
    prepare: (_, both) => both((twin) => pay(twin, eur('10.00'))),
    acts: [
      ...payments,
      ...refunds,
      {
        what: 'another amount under the key of the payment',
        attempt: (twin) => pay(twin, eur('20.00')),
      },
      {
        what: 'a cent more back than was paid',
        needs: 'payment.refund',
        attempt: (twin) => refund(twin, eur('10.01')),
      },
      {
        what: 'money back of a payment that nobody made',
        needs: 'payment.refund',
        attempt: ({ session, key }) =>
          session.refund({ key: `${key}-r`, paymentId: 'no-such-payment', amount: eur('1.00') }),
      },
    ],
  },
  {
    title: 'of which a part of the payment was given back',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment', 'payment.refund'],
    prepare: (_, both) =>
      both(async (twin) => {
        await pay(twin, eur('30.00'));
        await refund(twin, eur('12.00'));
      }),
    acts: [
      {
        what: 'a cent more back than is left of it',
        attempt: (twin) => refund(twin, eur('18.01'), 'second'),
      },
      { what: 'another amount under the key of the refund', attempt: (twin) => refund(twin, eur('1.00')) },
    ],
  },
  {
    title: 'that credit paid in part and a payment the rest',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment', 'payment.receive', 'payment.refund', 'balance'],
    prepare: async ({ first }, both) => {
      await both((twin) => receive(twin, eur('42.00')));
      await first.session.advanceTo(localDate('2026-05-02'));
      await both((twin) => payLast(twin, eur('18.00')));
    },
    acts: [
      { what: 'a cent more back than was paid', attempt: (twin) => refundLast(twin, eur('18.01'), 'more') },
      { what: 'a payment of what credit has paid', attempt: (twin) => payLast(twin, eur('12.00'), 'more') },
      { what: 'all back, with the credit', attempt: (twin) => refundLast(twin, eur('30.00'), 'all') },
    ],
  },
  {
    title: 'of which a note credited EUR 10.00 of EUR 30.00',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment', 'credit-note'],
    prepare: (_, both) => both((twin) => creditPart(twin, eur('10.00'))),
    acts: [
      { what: 'a payment of a cent more than is left', attempt: (twin) => pay(twin, eur('20.01')) },
      { what: 'a payment of all', attempt: (twin) => pay(twin, eur('30.00'), 'all') },
    ],
  },
  {
    title: 'for which the card was declined',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment', 'payment.gateway', 'payment.refund'],
    prepare: (_, both) =>
      both(async (twin) => {
        await ends(twin, 'declines-soft');
        await pay(twin, eur('30.00'));
        await ends(twin, 'succeeds');
      }),
    acts: [{ what: 'money back that never came', attempt: (twin) => refund(twin, eur('30.00')) }],
  },
  {
    title: 'for which a payment is under way',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment', 'payment.gateway'],
    prepare: (_, both) =>
      both(async (twin) => {
        await ends(twin, 'stays-pending');
        await pay(twin, eur('20.00'));
        await ends(twin, 'succeeds');
      }),
    acts: [
      {
        what: 'a cent more than is left beside it',
        attempt: (twin) => pay(twin, eur('10.01'), 'second'),
      },
      {
        what: 'money back that has not come',
        needs: 'payment.refund',
        attempt: (twin) => refund(twin, eur('20.00')),
      },
      {
        what: 'a void of the invoice',
        needs: 'invoice.void',
        attempt: async (twin) => twin.session.voidInvoice(`${twin.key}-void`, await firstInvoiceId(twin)),
      },
    ],
  },
  {
    title: 'that was paid, and the money taken back by the bank',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment', 'payment.chargeback', 'payment.refund'],
    prepare: (_, both) =>
      both(async (twin) => {
        const { id: paymentId } = await pay(twin, eur('30.00'));
        const id = `${twin.key}-back`;
        await twin.session.notifyPayment({ id, paymentId, outcome: 'charged-back' });
      }),
    acts: [{ what: 'money back that is not there any more', attempt: (twin) => refund(twin, eur('30.00')) }],
  },
  {
    title: 'of which a part was given back before the bank took back all of it',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment', 'payment.chargeback', 'payment.refund'],
    prepare: (_, both) =>
      both(async (twin) => {
        const { id: paymentId } = await pay(twin, eur('30.00'));
        await refund(twin, eur('10.00'));
        const id = `${twin.key}-back`;
        await twin.session.notifyPayment({ id, paymentId, outcome: 'charged-back' });
      }),
    acts: [
      { what: 'the rest back', attempt: (twin) => refund(twin, eur('20.00'), 'rest') },
      {
        what: 'a void, after which nobody would owe what went back twice',
        needs: 'invoice.void',
        attempt: async (twin) => twin.session.voidInvoice(`${twin.key}-void`, await firstInvoiceId(twin)),
      },
    ],
  },
  {
    title: 'that was paid in part, beside a later one',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment'],
    prepare: async ({ first }, both) => {
      await first.session.advanceTo(localDate('2026-05-02'));
      await both((twin) => pay(twin, eur('10.00')));
    },
    acts: [
      {
        what: 'a payment of the other invoice under the same key',
        attempt: async ({ session, customerId, key }) => {
          const later = theFirst((await session.invoices(customerId)).slice(1), 'second invoice');
          await session.pay({ key: `${key}-pay`, invoiceId: later.id, amount: eur('10.00') });
        },
      },
    ],
  },
  {
    title: 'that is paid in full',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment', 'payment.write-off'],
    prepare: (_, both) => both((twin) => pay(twin, eur('30.00'))),
    acts: [
      {
        what: 'a write-off of what is not open',
        attempt: async (twin) => twin.session.writeOff(`${twin.key}-off`, await firstInvoiceId(twin)),
      },
    ],
  },
  {
    title: 'that was written off',
    topic: 'payment',
    needs: ['clock', 'price.flat', 'payment', 'payment.write-off'],
    prepare: (_, both) =>
      both(async (twin) => twin.session.writeOff(`${twin.key}-off`, await firstInvoiceId(twin))),
    acts: [
      {
        what: 'another write-off',
        attempt: async (twin) => twin.session.writeOff(`${twin.key}-again`, await firstInvoiceId(twin)),
      },
      ...payments,
      { what: 'a payment of what was given up', attempt: (twin) => pay(twin, eur('30.00'), 'given-up') },
    ],
  },
];

describe('With an invoice', () => refusedActsChecks(situations));

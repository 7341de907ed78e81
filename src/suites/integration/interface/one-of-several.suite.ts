import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import { compareDecimals } from '../../../model/decimal.ts';
import { moneyAmount, parseMoney, sumMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf } from '../../../scenario/coupons.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openHousehold, openStreet } from '../../../scenario/situations/bystanders.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import {
  expectWallet,
  expectWalletBooks,
  openFilledWallet,
  prepaidContract,
} from '../../../scenario/situations/wallet-account.ts';

const tags = ['@edge', '@risk-high'];
const eur = (amount: string) => parseMoney(amount, 'EUR');

describe('Where there are several of a kind, the right one is taken:', () => {
  check(
    'an invoice that is billed again without one of its lines keeps of each coupon what it took off the others',
    {
      topic: 'discount',
      needs: ['price.flat', 'price.several-fees', 'coupon', 'invoice.void', 'invoice.rebill'],
      tags,
    },
    async (world) => {
      const start = localDate('2026-01-01');
      const session = await world.target(start);
      const plan = monthlyPlan('double', [fee('80.00', 'seat'), fee('20.00', 'support')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start, session });
      const { customerId } = contract;
      for (const [code, amount] of [
        ['ten', '10.00'],
        ['five', '5.00'],
      ] as const) {
        await session.createCoupon(couponOf(code, amountOff(amount)));
        await session.redeemCoupon({
          key: `${world.checkId}-${code}`,
          customerId,
          code,
          subscriptionId: null,
        });
      }
      await session.advanceTo(localDate('2026-02-01'));
      const { id: invoiceId, lines } = await nthInvoice(contract, 2);
      await session.voidInvoice(`${world.checkId}-void`, invoiceId);
      const without = [lines.findIndex(({ charge }) => charge === 'support')];
      const { id } = await session.rebill({ key: `${world.checkId}-again`, invoiceId, without });
      const again = await session.invoice(id);
      // Four fifths of EUR 10.00 and of EUR 5.00: the seat is four fifths of EUR 100.00.
      for (const [measure, expected, actual] of [
        ['discount', '12.00', again.discount],
        ['total', '68.00', again.total],
      ] as const)
        world.expectMoney({
          measure: `${measure} of the invoice without its second line`,
          expected: eur(expected),
          actual,
          nature: 'charge',
          customer: 'Acme',
          invoice: again.number,
          explanation: 'EUR 15.00 off EUR 100.00 take EUR 12.00 off the EUR 80.00 that are billed again.',
        });
      if (again.discounts !== undefined)
        world.expectEqual(
          'what each coupon took off',
          ['five 4.00', 'ten 8.00'],
          again.discounts.map(({ code, amount }) => `${code} ${moneyAmount(amount)}`).toSorted(),
        );
    },
  );

  for (const [words, without, left] of [
    ['first and third line', ['seat', 'storage'], 'support'],
    ['third and second line, told in that order,', ['storage', 'support'], 'seat'],
    ['second and first line, told in that order,', ['support', 'seat'], 'storage'],
  ] as const)
    check(
      `an invoice that is billed again without its ${words} keeps the one that is left`,
      {
        topic: 'credit',
        needs: ['price.flat', 'price.several-fees', 'invoice.void', 'invoice.rebill'],
        tags,
      },
      async (world) => {
        const start = localDate('2026-01-01');
        const prices = { seat: '80.00', support: '20.00', storage: '7.00' };
        const charges = Object.entries(prices).map(([code, amount]) => fee(amount, code));
        const contract = await openContract(world, {
          customer: 'Acme',
          plan: monthlyPlan('three', charges),
          start,
        });
        const { id: invoiceId, lines } = await nthInvoice(contract, 1);
        const places = without.map((code) => lines.findIndex(({ charge }) => charge === code));
        await contract.session.voidInvoice(`${world.checkId}-void`, invoiceId);
        const key = `${world.checkId}-again`;
        const again = await contract.session.rebill({ key, invoiceId, without: places });
        world.expectEqual(
          'lines of the new invoice',
          [`${left} ${prices[left]}`],
          again.lines.map(({ charge, net }) => `${charge} ${moneyAmount(net)}`),
        );
      },
    );

  check(
    'a void gives a wallet as many credits back as that invoice used, and not what others used',
    { topic: 'credit', needs: ['clock', 'price.flat', 'wallet', 'invoice.void', 'balance'], tags },
    async (world) => {
      const contract = await prepaidContract(world, ['30.00']);
      const { session, customerId } = contract;
      await openFilledWallet(world, contract, { name: 'prepaid', credits: '100', rate: '0.5' });
      await session.advanceTo(localDate('2026-03-01'));
      const steps = [
        {
          place: 3,
          balance: '20.00',
          credits: '40',
          because: 'March used the EUR 20.00 that February left.',
        },
        { place: 2, balance: '50.00', credits: '100', because: 'Nothing is used any more.' },
      ];
      for (const { place, balance, credits, because } of steps) {
        const { id } = await nthInvoice(contract, place);
        await session.voidInvoice(`${world.checkId}-void-${place}`, id);
        await expectWallet(world, contract, { name: 'prepaid', balance: eur(balance), because });
        const [wallet] = await session.wallets(customerId);
        const isRight = wallet !== undefined && compareDecimals(wallet.credits, credits) === 0;
        world.expectThat(
          isRight,
          `Found ${wallet?.credits ?? 'no'} credits, expected ${credits}. ${because}`,
        );
      }
      await expectWalletBooks(world, contract);
    },
  );

  check(
    'an announced invoice is paid by balance and wallet together, as the one that comes',
    {
      topic: 'preview',
      needs: ['clock', 'price.flat', 'wallet', 'balance', 'payment', 'credit-note', 'preview.invoice'],
      tags,
    },
    async (world) => {
      const contract = await prepaidContract(world, ['30.00']);
      const { session, customerId } = contract;
      const { id: invoiceId, due } = await nthInvoice(contract, 1);
      await session.pay({ key: `${world.checkId}-pay`, invoiceId, amount: due });
      const part = { kind: 'lines', lines: [{ line: 0, net: eur('10.00') }] } as const;
      await session.creditNote({ key: `${world.checkId}-note`, invoiceId, part, reason: 'goodwill' });
      await openFilledWallet(world, contract, { name: 'prepaid', credits: '15' });
      const day = localDate('2026-02-01');
      const preview = await session.previewInvoice(customerId, day);
      await session.advanceTo(day);
      for (const [what, invoice] of [
        ['announced', preview],
        ['issued', await nthInvoice(contract, 2)],
      ] as const)
        world.expectMoney({
          measure: `left to pay of the invoice that was ${what}`,
          expected: eur('5.00'),
          actual: invoice?.due ?? eur('0.00'),
          nature: 'charge',
          customer: 'Acme',
          explanation: 'EUR 10.00 of a credit note and EUR 15.00 of a wallet pay a part of EUR 30.00.',
        });
    },
  );

  check(
    'unused days of a service are credited whole, whatever was credited of another on the same invoice',
    {
      topic: 'credit',
      needs: ['clock', 'price.flat', 'credit-note', 'subscription.cancel'],
      tags,
    },
    async (world) => {
      const session = await openStreet(world);
      const { customerId, one, other, key } = await openHousehold(world, session, 'Acme');
      for (const { id: invoiceId, lines } of await session.invoices(customerId)) {
        const line = lines.findIndex(({ subscriptionId }) => subscriptionId === other.id);
        const part = { kind: 'lines', lines: [{ line, net: eur('25.00') }] } as const;
        if (line >= 0) await session.creditNote({ key: `${key}-note`, invoiceId, part, reason: 'goodwill' });
      }
      world.expectEqual('credit notes', 1, (await session.creditNotes(customerId)).length);
      const date = localDate('2026-04-16');
      await session.advanceTo(date);
      await session.cancel(one.id, { kind: 'date', date });
      const lines = (await session.invoices(customerId)).flatMap((invoice) => invoice.lines);
      const mine = lines.filter(({ subscriptionId }) => subscriptionId === one.id);
      world.expectMoney({
        measure: 'billed for the service that ended',
        expected: eur('15.00'),
        actual: sumMoney(
          mine.map(({ net }) => net),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: '15 of 30 days of EUR 30.00; the EUR 25.00 that were credited are of the other service.',
      });
    },
  );

  check(
    'unused days of a fee are credited whole, whatever was credited of the fee beside it',
    {
      topic: 'credit',
      needs: ['clock', 'price.flat', 'price.several-fees', 'credit-note', 'subscription.cancel'],
      tags,
    },
    async (world) => {
      const start = localDate('2026-04-01');
      const session = await world.target(start);
      // The fee that is credited stands first, and the other after it.
      const plan = monthlyPlan('double', [fee('10.00', 'support'), fee('30.00', 'seat')]);
      const contract = await openContract(world, { customer: 'Acme', plan, start, session });
      const { customerId, subscription } = contract;
      const { id: invoiceId, lines } = await nthInvoice(contract, 1);
      const line = lines.findIndex(({ charge }) => charge === 'support');
      const part = { kind: 'lines', lines: [{ line, net: eur('9.00') }] } as const;
      await session.creditNote({ key: `${world.checkId}-note`, invoiceId, part, reason: 'goodwill' });
      const date = localDate('2026-04-16');
      await session.advanceTo(date);
      await session.cancel(subscription.id, { kind: 'date', date });
      const all = (await session.invoices(customerId)).flatMap((invoice) => invoice.lines);
      world.expectMoney({
        measure: 'billed for the seat',
        expected: eur('15.00'),
        actual: sumMoney(
          all.filter(({ charge }) => charge === 'seat').map(({ net }) => net),
          'EUR',
        ),
        nature: 'charge',
        customer: 'Acme',
        explanation: '15 of 30 days of EUR 30.00; the EUR 9.00 that were credited are of the support.',
      });
    },
  );
});

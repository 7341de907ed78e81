import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { parseMoney, sumMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { amountOff, couponOf } from '../../../scenario/coupons.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { expectSettled, nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { dunningLevel, threeLevels } from '../../../scenario/situations/late-payer.ts';
import {
  expectWallet,
  expectWalletBooks,
  openFilledWallet,
  prepaidContract,
} from '../../../scenario/situations/wallet-account.ts';

const february = localDate('2026-02-01');
const needs = ['clock', 'price.flat', 'wallet'] as const;
const tags = ['@edge', '@credit', '@risk-high'];
const topic = 'credit' as const;
const eur = (amount: string) => parseMoney(amount, 'EUR');

describe('Which credit is used', () => {
  check('The wallet of priority 2 comes before that of 10', { topic, needs, tags }, async (world) => {
    const contract = await prepaidContract(world, ['30.00']);
    await openFilledWallet(world, contract, { name: 'ten', credits: '30', priority: 10 });
    await openFilledWallet(world, contract, { name: 'two', credits: '30', priority: 2 });
    await contract.session.advanceTo(february);
    const because = 'The lowest number comes first, and 2 is lower than 10.';
    await expectWallet(world, contract, { name: 'two', balance: eur('0.00'), because });
    await expectWallet(world, contract, { name: 'ten', balance: eur('30.00'), because });
  });

  check(
    "The customer's balance comes before his wallets",
    { topic, needs: [...needs, 'balance', 'payment', 'payment.receive'], tags },
    async (world) => {
      const contract = await prepaidContract(world, ['30.00']);
      const { session, customerId } = contract;
      const receipt = { key: `${world.checkId}-in`, customerId, invoiceIds: null };
      await session.receive({ ...receipt, amount: eur('50.00') });
      await openFilledWallet(world, contract, { name: 'prepaid', credits: '30' });
      await session.advanceTo(february);
      const because =
        'EUR 20.00 too much came for January: they pay for February first, then EUR 10.00 of the wallet.';
      world.expectEqual('balance', eur('0.00'), (await session.balance(customerId)).amount);
      await expectWallet(world, contract, { name: 'prepaid', balance: eur('20.00'), because });
      await expectWalletBooks(world, contract);
    },
  );

  check(
    'A wallet for one charge pays what a coupon left of it, and no more',
    { topic, needs: [...needs, 'coupon'], tags },
    async (world) => {
      const contract = await prepaidContract(world, ['40.00', '60.00']);
      const { session, customerId } = contract;
      await session.createCoupon(couponOf('less', amountOff('50.00')));
      const key = `${world.checkId}-coupon`;
      await session.redeemCoupon({ key, customerId, code: 'less', subscriptionId: null });
      const charges = ['fee-1'];
      await openFilledWallet(world, contract, { name: 'for one', credits: '100', charges });
      await session.advanceTo(february);
      const because =
        'EUR 50.00 off EUR 40.00 and 60.00 leave EUR 20.00 and 30.00; the wallet pays the first.';
      expectSettled(world, await nthInvoice(contract, 2), { credited: '20.00', due: '30.00', because });
    },
  );

  check(
    'A wallet for one charge does not pay what the invoice gives back of it',
    { topic, needs: [...needs, 'subscription.change'], tags },
    async (world) => {
      const contract = await prepaidContract(world, ['31.00']);
      const { session, subscription } = contract;
      await session.publish(monthlyPlan('larger', [fee('62.00', 'fee-1'), fee('93.00', 'extra')]));
      const charges = ['fee-1'];
      await openFilledWallet(world, contract, { name: 'for one', credits: '100', charges });
      const date = localDate('2026-01-22');
      await session.advanceTo(date);
      await session.changePlan(subscription.id, 'larger', { kind: 'date', date });
      const because =
        'Ten of 31 days: -10.00 and 20.00 of the fee, for which the wallet is; 30.00 of the extra.';
      expectSettled(world, await nthInvoice(contract, 2), { credited: '10.00', due: '30.00', because });
    },
  );

  check(
    'A wallet for one charge does not pay what being late costs',
    { topic, needs: [...needs, 'dunning', 'dunning.charges'], tags },
    async (world) => {
      const contract = await prepaidContract(world, ['30.00']);
      const { session } = contract;
      await session.setDunningPolicy({
        ...threeLevels,
        levels: [dunningLevel('reminder', 2, { fee: '5.00' })],
      });
      await openFilledWallet(world, contract, { name: 'for one', credits: '100', charges: ['fee-1'] });
      await session.advanceTo(localDate('2026-01-25'));
      const because = 'The fee of the reminder is no charge that the wallet is for.';
      expectSettled(world, await nthInvoice(contract, 2), { credited: '0.00', due: '5.00', because });
    },
  );
});

/** Also on a last day and on a first one of a month. */
const ends = [
  { what: 'for everything', expires: localDate('2026-01-20'), charges: null },
  { what: 'until a last day, for one charge,', expires: localDate('2026-01-31'), charges: ['fee-1'] },
  { what: 'until a first day', expires: localDate('2026-02-01'), charges: null },
];

describe('A wallet at its end', () => {
  for (const { what, expires, charges } of ends)
    check(
      `${what} holds nothing from its expiry day on, and takes no money`,
      { topic, needs, tags },
      async (world) => {
        const contract = await prepaidContract(world, ['30.00']);
        const { session } = contract;
        const terms = { name: 'short', credits: '10', expires, charges };
        const { id: walletId } = await openFilledWallet(world, contract, terms);
        await session.advanceTo(addDays(expires, -1));
        const because = 'EUR 10.00 were paid for; from the day on they are worth nothing.';
        await expectWallet(world, contract, { name: 'short', balance: eur('10.00'), because });
        await session.advanceTo(expires);
        await expectWallet(world, contract, { name: 'short', balance: eur('0.00'), because });
        for (const day of [expires, addDays(expires, 5)]) {
          await session.advanceTo(day);
          const key = `${world.checkId}-${day}`;
          const answer = await refusalOf(session.topUpWallet({ key, walletId, credits: '10' }));
          world.expectRefused(answer, `An expired wallet took money on ${day}.`);
        }
        await expectWalletBooks(world, contract);
      },
    );

  for (const { expires } of ends)
    check(
      `lapses on ${expires} also where the clock goes over it, and is booked there`,
      { topic, needs: [...needs, 'ledger'], tags },
      async (world) => {
        const contract = await prepaidContract(world, ['30.00']);
        const { session, customerId } = contract;
        const { id } = await openFilledWallet(world, contract, { name: 'short', credits: '10', expires });
        await session.advanceTo(localDate('2026-03-15'));
        const lapsed = (await session.walletEntries(id)).filter(({ kind }) => kind === 'expired');
        world.expectEqual(
          'lapsed on',
          [expires],
          lapsed.map(({ date }) => date),
        );
        const entries = await session.ledger(customerId);
        const taken = entries.filter(({ account, side }) => account === 'prepaid-credit' && side === 'debit');
        world.expectEqual(
          'booked on',
          [expires],
          taken.map(({ date }) => date),
        );
      },
    );

  check(
    'gets nothing back from a void: what it paid in time is on the balance',
    { topic, needs: [...needs, 'invoice.void', 'balance'], tags },
    async (world) => {
      const contract = await prepaidContract(world, ['30.00']);
      const { session, customerId } = contract;
      await openFilledWallet(world, contract, {
        name: 'short',
        credits: '30',
        expires: localDate('2026-02-10'),
      });
      await session.advanceTo(february);
      const { id } = await nthInvoice(contract, 2);
      await session.advanceTo(localDate('2026-02-10'));
      await session.voidInvoice(`${world.checkId}-void`, id);
      const because = 'The wallet is worth nothing any more, and EUR 30.00 were used in time.';
      await expectWallet(world, contract, { name: 'short', balance: eur('0.00'), because });
      const { amount } = await session.balance(customerId);
      world.expectEqual('balance', eur('30.00'), sumMoney([amount], 'EUR'));
      await expectWalletBooks(world, contract);
    },
  );
});

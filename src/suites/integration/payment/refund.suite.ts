import { describe } from 'vitest';
import { moneyOf } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { expectMoneyAgrees } from '../../../scenario/drawn/money-agreement.ts';
import {
  afterTheNight,
  type Debtor,
  debtor,
  eur,
  now,
} from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'payment', 'payment.gateway', 'payment.refund'] as const;
const topic = 'payment' as const;

interface Paid extends Debtor {
  readonly paymentId: string;
  refund(name: string, amount: string): Promise<number | 'accepted'>;
}

/** Acme has paid EUR 120.00, all that he owed. */
async function paidUp(world: World): Promise<Paid> {
  const owing = await debtor(world, '120.00');
  const { session, invoice } = owing;
  const key = `${world.checkId}-pay`;
  const { id: paymentId } = await session.pay({ key, invoiceId: invoice.id, amount: eur('120.00') });
  return {
    ...owing,
    paymentId,
    refund: (name, amount) =>
      refusalOf(session.refund({ key: `${world.checkId}-${name}`, paymentId, amount: eur(amount) })),
  };
}

/** A refund without a credit note is owed again, unless the target says that it is not. */
async function expectKept(world: World, paid: Paid, kept: string): Promise<void> {
  await expectMoneyAgrees(world, paid, eur(kept));
  const refunds = await paid.session.refunds(paid.customerId);
  const back = refunds.filter(({ status }) => status === 'succeeded').map(({ amount }) => amount.amountMinor);
  world.expectEqual(
    'refunded by the list of refunds, in cents',
    120_00n - eur(kept).amountMinor,
    back.reduce((sum, part) => sum + part, 0n),
  );
  const reopens = world.profile.refundWithoutAdjustment !== 'leaves-invoice-paid';
  world.expectMoney({
    measure: 'left to pay',
    expected: moneyOf(reopens ? 120_00n - eur(kept).amountMinor : 0n, 'EUR'),
    actual: (await now(paid)).due,
    nature: 'charge',
    customer: 'Acme',
    explanation: 'EUR 120.00 were paid; what went back without a credit note is owed again.',
  });
}

describe('A refund', () => {
  check('of a part gives back the part', { topic, needs }, async (world) => {
    const paid = await paidUp(world);
    world.expectEqual('answer', 'accepted', await paid.refund('part', '30.00'));
    await expectKept(world, paid, '90.00');
  });

  check('in two parts gives back all, and then no more', { topic, needs }, async (world) => {
    const paid = await paidUp(world);
    await paid.refund('one', '30.00');
    await paid.refund('two', '90.00');
    world.expectRefused(
      await paid.refund('three', '1.00'),
      'The target gave back EUR 121.00 of EUR 120.00, expected refusal.',
    );
    await expectKept(world, paid, '0.00');
  });

  check('above what was paid is refused', { topic, needs, tags: ['@risk-high'] }, async (world) => {
    const paid = await paidUp(world);
    for (const amount of ['120.01', '0.00', '-1.00'])
      world.expectRefused(
        await paid.refund(`of-${amount}`, amount),
        `The target took a refund of EUR ${amount}, expected refusal.`,
      );
    await expectKept(world, paid, '120.00');
  });

  check('with the same key gives the money back once', { topic, needs }, async (world) => {
    const paid = await paidUp(world);
    for (let repeat = 0; repeat < 3; repeat += 1) await paid.refund('same', '30.00');
    await expectKept(world, paid, '90.00');
  });

  check(
    'ten times at one instant gives the money back once',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const paid = await paidUp(world);
      await Promise.all(Array.from({ length: 10 }, () => paid.refund('same', '70.00')));
      await expectKept(world, paid, '50.00');
    },
  );

  check(
    'by several clerks at one instant never gives back more than came',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const paid = await paidUp(world);
      await Promise.all(['one', 'two', 'three', 'four'].map((clerk) => paid.refund(clerk, '70.00')));
      await expectKept(world, paid, '50.00');
    },
  );

  check('whose answer is lost is found out about, and not made again', { topic, needs }, async (world) => {
    const paid = await paidUp(world);
    await paid.session.setPaymentMethod(paid.customerId, {
      behaviour: 'times-out-after-doing-it',
      collection: 'manual',
    });
    await paid.refund('lost', '70.00');
    await paid.refund('lost', '70.00');
    await afterTheNight(paid.session);
    await paid.refund('by-hand-the-next-day', '70.00');
    await expectKept(world, paid, '50.00');
  });

  check('of a payment that was declined or is undecided is refused', { topic, needs }, async (world) => {
    const owing = await debtor(world, '120.00');
    const { session, customerId, invoice } = owing;
    for (const behaviour of ['declines-soft', 'stays-pending'] as const) {
      await session.setPaymentMethod(customerId, { behaviour, collection: 'manual' });
      const payment = { key: `${world.checkId}-${behaviour}`, invoiceId: invoice.id, amount: eur('120.00') };
      const { id: paymentId } = await session.pay(payment);
      const refund = { key: `${world.checkId}-back-${behaviour}`, paymentId, amount: eur('1.00') };
      world.expectRefused(
        await refusalOf(session.refund(refund)),
        `The target gave money back for a payment that ${behaviour}, expected refusal.`,
      );
    }
    await expectMoneyAgrees(world, owing, eur('0.00'));
  });
});

describe('A chargeback', () => {
  const needsBank = [...needs, 'payment.chargeback'] as const;

  check('is owed again, once', { topic, needs: needsBank, tags: ['@risk-high'] }, async (world) => {
    const paid = await paidUp(world);
    const { session, paymentId } = paid;
    const news = { paymentId, outcome: 'charged-back' } as const;
    await session.notifyPayment({ id: `${world.checkId}-dispute`, ...news });
    await session.notifyPayment({ id: `${world.checkId}-dispute`, ...news });
    await refusalOf(session.notifyPayment({ id: `${world.checkId}-again`, ...news }));
    await expectMoneyAgrees(world, paid, eur('0.00'));
    world.expectEqual('left to pay', eur('120.00'), (await now(paid)).due);
    world.expectRefused(
      await paid.refund('after-chargeback', '120.00'),
      'The target gave back what the bank had taken back before, expected refusal.',
    );
    await expectMoneyAgrees(world, paid, eur('0.00'));
  });

  check('can be paid again', { topic, needs: needsBank }, async (world) => {
    const paid = await paidUp(world);
    const { session, paymentId, invoice } = paid;
    await session.notifyPayment({ id: `${world.checkId}-dispute`, paymentId, outcome: 'charged-back' });
    await session.pay({ key: `${world.checkId}-again`, invoiceId: invoice.id, amount: eur('120.00') });
    await expectMoneyAgrees(world, paid, eur('120.00'));
    world.expectEqual('left to pay', eur('0.00'), (await now(paid)).due);
  });
});

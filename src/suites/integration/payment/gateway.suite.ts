import { describe } from 'vitest';
import type { PaymentBehaviour } from '../../../model/billing/gateway.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { expectMoneyAgrees, movedAtGateway, succeeded } from '../../../scenario/drawn/money-agreement.ts';
import {
  afterTheNight,
  type Debtor,
  debtor,
  eur,
  now,
} from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'payment', 'payment.gateway'] as const;
const topic = 'payment' as const;

async function debtorWho(world: World, behaviour: PaymentBehaviour): Promise<Debtor> {
  const owing = await debtor(world, '80.00');
  await owing.session.setPaymentMethod(owing.customerId, { behaviour, collection: 'manual' });
  return owing;
}

function attempt(world: World, { invoice }: Debtor, name = 'one') {
  return { key: `${world.checkId}-${name}`, invoiceId: invoice.id, amount: eur('80.00') };
}

async function expectLeft(world: World, owing: Debtor, left: string): Promise<void> {
  world.expectMoney({
    measure: 'left to pay',
    expected: eur(left),
    actual: (await now(owing)).due,
    nature: 'charge',
    customer: 'Acme',
    invoice: owing.invoice.number,
    explanation: 'EUR 80.00 less what really came in.',
  });
}

describe('A payment whose answer is lost after the money moved', () => {
  check(
    'is found out about, and never asked for again',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const owing = await debtorWho(world, 'times-out-after-doing-it');
      const { session, customerId } = owing;
      await refusalOf(session.pay(attempt(world, owing)));
      await refusalOf(session.pay(attempt(world, owing)));
      await afterTheNight(session);
      await refusalOf(session.pay(attempt(world, owing, 'by-hand-the-next-day')));
      await expectMoneyAgrees(world, owing, eur('80.00'));
      await expectLeft(world, owing, '0.00');
      world.expectMoney({
        measure: 'paid by the list of payments',
        expected: eur('80.00'),
        actual: succeeded(await session.payments(customerId), 'EUR'),
        nature: 'charge',
        explanation: 'One payment went through, whatever became of its answer.',
      });
    },
  );
});

describe('A payment that is declined', () => {
  for (const behaviour of ['declines-soft', 'declines-hard'] as const) {
    check(`pays nothing (${behaviour})`, { topic, needs }, async (world) => {
      const owing = await debtorWho(world, behaviour);
      await refusalOf(owing.session.pay(attempt(world, owing)));
      await expectMoneyAgrees(world, owing, eur('0.00'));
      await expectLeft(world, owing, '80.00');
    });
  }

  check('can be made again with a card that works', { topic, needs }, async (world) => {
    const owing = await debtorWho(world, 'declines-soft');
    const { session, customerId } = owing;
    await refusalOf(session.pay(attempt(world, owing)));
    await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'manual' });
    await session.pay(attempt(world, owing, 'two'));
    await expectMoneyAgrees(world, owing, eur('80.00'));
    await expectLeft(world, owing, '0.00');
  });
});

describe('A payment that is undecided', () => {
  for (const { underWay, left, beyond } of [
    { underWay: '0.01', left: '79.99', beyond: '80.00' },
    { underWay: '30.00', left: '50.00', beyond: '50.01' },
    { underWay: '79.99', left: '0.01', beyond: '0.02' },
  ])
    check(
      `is counted while it is: of EUR 80.00, beside EUR ${underWay} no more than EUR ${left} is asked for`,
      { topic, needs, tags: ['@edge', '@risk-high'] },
      async (world) => {
        const owing = await debtorWho(world, 'stays-pending');
        const { session, customerId } = owing;
        const pay = (amount: string, name: string) =>
          session.pay({ ...attempt(world, owing, name), amount: eur(amount) });
        await pay(underWay, 'under-way');
        await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'manual' });
        world.expectRefused(
          await refusalOf(pay(beyond, 'beyond')),
          `The target asked for EUR ${beyond} while EUR ${underWay} of EUR 80.00 is under way.`,
        );
        await pay(left, 'rest');
        await expectMoneyAgrees(world, owing, eur(left));
        await expectLeft(world, owing, underWay);
      },
    );

  check('pays nothing yet, and is not asked for a second time', { topic, needs }, async (world) => {
    const owing = await debtorWho(world, 'stays-pending');
    const { session, customerId } = owing;
    await session.pay(attempt(world, owing));
    await expectMoneyAgrees(world, owing, eur('0.00'));
    await expectLeft(world, owing, '80.00');
    await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'manual' });
    await refusalOf(session.pay(attempt(world, owing, 'two')));
    const open = (await session.gatewayMovements(customerId)).filter(({ status }) => status !== 'declined');
    world.expectEqual('charges under way or done', 1, open.length);
  });

  for (const outcome of ['succeeded', 'declined'] as const) {
    check(`ends as the payment service tells: ${outcome}`, { topic, needs }, async (world) => {
      const owing = await debtorWho(world, 'stays-pending');
      const { id: paymentId } = await owing.session.pay(attempt(world, owing));
      await afterTheNight(owing.session);
      await owing.session.notifyPayment({ id: `${world.checkId}-news`, paymentId, outcome });
      const paid = outcome === 'succeeded' ? '80.00' : '0.00';
      await expectMoneyAgrees(world, owing, eur(paid));
      await expectLeft(world, owing, outcome === 'succeeded' ? '0.00' : '80.00');
    });
  }
});

describe('A notification of the payment service', () => {
  async function pendingPayment(world: World) {
    const owing = await debtorWho(world, 'stays-pending');
    const { id: paymentId } = await owing.session.pay(attempt(world, owing));
    const news = (id: string, outcome: 'pending' | 'succeeded' | 'declined') =>
      owing.session.notifyPayment({ id: `${world.checkId}-${id}`, paymentId, outcome });
    return { owing, news };
  }

  check(
    'that comes five times at one instant counts once',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const { owing, news } = await pendingPayment(world);
      await Promise.allSettled(Array.from({ length: 5 }, () => news('news', 'succeeded')));
      await expectMoneyAgrees(world, owing, eur('80.00'));
      await expectLeft(world, owing, '0.00');
    },
  );

  check('that comes again days later counts once', { topic, needs }, async (world) => {
    const { owing, news } = await pendingPayment(world);
    await news('news', 'succeeded');
    await afterTheNight(owing.session);
    await news('news', 'succeeded');
    await news('news-told-anew', 'succeeded');
    await expectMoneyAgrees(world, owing, eur('80.00'));
    await expectLeft(world, owing, '0.00');
  });

  check('that is overtaken by a later one changes nothing', { topic, needs }, async (world) => {
    const { owing, news } = await pendingPayment(world);
    await news('second', 'succeeded');
    await news('first', 'pending');
    await refusalOf(news('stray', 'declined'));
    await expectMoneyAgrees(world, owing, eur('80.00'));
    await expectLeft(world, owing, '0.00');
  });
});

describe('A payment under way when its invoice is given up', () => {
  check(
    'is the money of the customer once it comes in',
    { topic, needs: [...needs, 'payment.write-off', 'balance'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const owing = await debtorWho(world, 'stays-pending');
      const { session, customerId, invoice } = owing;
      const { id: paymentId } = await session.pay(attempt(world, owing));
      await session.writeOff(`${world.checkId}-given-up`, invoice.id);
      await session.notifyPayment({ id: `${world.checkId}-news`, paymentId, outcome: 'succeeded' });
      await expectMoneyAgrees(world, owing, eur('80.00'));
      await expectLeft(world, owing, '0.00');
      const { amount } = await session.balance(customerId);
      world.expectEqual('credit of the customer', eur('80.00'), amount);
    },
  );
});

describe('The amount of a payment', () => {
  check(
    'cannot be set from outside once it was asked for',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const owing = await debtorWho(world, 'stays-pending');
      const { session, customerId } = owing;
      const { id: paymentId } = await session.pay({ ...attempt(world, owing), amount: eur('5.00') });
      const answer = await refusalOf(session.amendPayment(paymentId, eur('80.00')));
      world.expectRefused(answer, 'The target took another amount for a payment, expected refusal.');
      await session.notifyPayment({ id: `${world.checkId}-news`, paymentId, outcome: 'succeeded' });
      await refusalOf(session.amendPayment(paymentId, eur('80.00')));
      const amounts = (await session.payments(customerId)).map(({ amount }) => amount);
      world.expectEqual('amounts of the payments', [eur('5.00')], amounts);
      await expectMoneyAgrees(world, owing, eur('5.00'));
      await expectLeft(world, owing, '75.00');
    },
  );

  check('above what is due does not vanish', { topic, needs }, async (world) => {
    const owing = await debtorWho(world, 'succeeds');
    const { session } = owing;
    const over = { ...attempt(world, owing, 'over'), amount: eur('80.01') };
    const answer = await refusalOf(session.pay(over));
    const moved = await movedAtGateway(owing);
    if (answer === 'accepted') return expectSurplusKept(world, owing, moved.amountMinor);
    world.expectRefused(answer, 'The target took a payment above what is due.');
    await expectMoneyAgrees(world, owing, eur('0.00'));
  });

  check('is not asked for twice by two payments at one instant', { topic, needs }, async (world) => {
    const owing = await debtorWho(world, 'succeeds');
    const names = ['one', 'two', 'three', 'four', 'five'];
    await Promise.all(names.map((name) => refusalOf(owing.session.pay(attempt(world, owing, name)))));
    await expectMoneyAgrees(world, owing, eur('80.00'));
    await expectLeft(world, owing, '0.00');
  });

  for (const [words, amount] of [
    ['in another currency', { currency: 'USD', amountMinor: 80_00n }],
    ['of nothing', eur('0.00')],
    ['below nothing', eur('-1.00')],
  ] as const) {
    check(`${words} is refused`, { topic, needs }, async (world) => {
      const owing = await debtorWho(world, 'succeeds');
      const answer = await refusalOf(owing.session.pay({ ...attempt(world, owing), amount }));
      world.expectRefused(answer, `The target took a payment ${words}, expected refusal.`);
      await expectMoneyAgrees(world, owing, eur('0.00'));
      await expectLeft(world, owing, '80.00');
    });
  }

  check('of an invoice below one cent is nothing', { topic, needs }, async (world) => {
    const owing = await debtor(world, '0.004');
    world.expectEqual('due of EUR 0.004', eur('0.00'), (await now(owing)).due);
    await owing.session.setPaymentMethod(owing.customerId, {
      behaviour: 'succeeds',
      collection: 'automatic',
    });
    const answer = await refusalOf(owing.session.pay({ ...attempt(world, owing), amount: eur('0.01') }));
    world.expectRefused(answer, 'The target took a cent for an invoice of nothing, expected refusal.');
    await afterTheNight(owing.session);
    await expectMoneyAgrees(world, owing, eur('0.00'));
  });
});

async function expectSurplusKept(world: World, owing: Debtor, movedMinor: bigint): Promise<void> {
  await expectLeft(world, owing, '0.00');
  const cash = (await owing.session.ledger(owing.customerId)).filter(({ account }) => account === 'cash');
  const booked = cash.reduce(
    (sum, { side, amount }) => sum + (side === 'debit' ? amount.amountMinor : -amount.amountMinor),
    0n,
  );
  world.expectEqual('cash in the books, in minor units', movedMinor, booked);
}

import { describe } from 'vitest';
import type { DunningPolicy } from '../../../model/billing/dunning.ts';
import type { PaymentBehaviour } from '../../../model/billing/gateway.ts';
import { addDays } from '../../../model/date.ts';
import { expectedAttempts } from '../../../oracle/payment/expected-dunning.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { type CheckOptions, check } from '../../../scenario/check.ts';
import { expectMoneyAgrees } from '../../../scenario/drawn/money-agreement.ts';
import { lastDay, latePayer, threeLevels } from '../../../scenario/situations/late-payer.ts';
import { type Debtor, eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'payment', 'payment.gateway', 'payment.collect', 'dunning'] as const;
const topic = 'payment' as const;

const policy = { ...threeLevels, retryDays: [3, 10] };

/** Acme owes EUR 100.00 and lets the target charge his card. */
async function cardHolder(
  world: World,
  behaviour: PaymentBehaviour,
  firstAttempt: DunningPolicy['firstAttempt'] = 'issue-date',
): Promise<Debtor> {
  const owing = await latePayer(world, { ...policy, firstAttempt });
  await owing.session.setPaymentMethod(owing.customerId, { behaviour, collection: 'automatic' });
  return owing;
}

/** What is done to the invoice between two attempts, twice; none of it is an attempt of the calendar. */
interface DoneMeanwhile {
  readonly what: string;
  readonly also: CheckOptions['needs'];
  /** How often the card is asked by that. */
  readonly byHand: number;
  readonly go: (world: World, owing: Debtor, day: number) => Promise<unknown>;
}

const doneMeanwhile: readonly DoneMeanwhile[] = [
  {
    what: 'though payments by hand are declined between them',
    also: [],
    byHand: 1,
    go: (world, { session, invoice }, day) =>
      refusalOf(session.pay({ key: `${world.checkId}-${day}`, invoiceId: invoice.id, amount: eur('10.00') })),
  },
  {
    what: 'though parts of it are transferred between them',
    also: ['payment.receive'],
    byHand: 0,
    go: (world, { session, customerId, invoice }, day) =>
      session.receive({
        key: `${world.checkId}-${day}`,
        customerId,
        amount: eur('10.00'),
        invoiceIds: [invoice.id],
      }),
  },
  {
    what: 'though parts of it are credited between them',
    also: ['credit-note'],
    byHand: 0,
    go: (world, { session, invoice }, day) =>
      session.creditNote({
        key: `${world.checkId}-${day}`,
        invoiceId: invoice.id,
        part: { kind: 'lines', lines: [{ line: 0, net: eur('10.00') }] },
        reason: 'goodwill',
      }),
  },
];

async function attempts({ session, customerId }: Debtor): Promise<number> {
  return (await session.gatewayMovements(customerId)).filter(({ kind }) => kind === 'charge').length;
}

describe('An invoice that is collected automatically', () => {
  check('is charged once, and paid', { topic, needs }, async (world) => {
    const owing = await cardHolder(world, 'succeeds');
    await owing.session.advanceTo(addDays(owing.invoice.issueDate, 40));
    world.expectEqual('attempts', 1, await attempts(owing));
    await expectMoneyAgrees(world, owing, eur('100.00'));
  });

  for (const behaviour of ['declines-soft', 'declines-hard'] as const)
    for (const firstAttempt of ['issue-date', 'due-date'] as const)
      check(
        `is tried again as the calendar says, at first on the ${firstAttempt} (${behaviour})`,
        { topic, needs },
        async (world) => {
          const owing = await cardHolder(world, behaviour, firstAttempt);
          const issueDate = owing.invoice.issueDate;
          const terms = { issueDate, dueDate: lastDay(owing) };
          const days = expectedAttempts(terms, { ...policy, firstAttempt }, behaviour);
          const first = firstAttempt === 'issue-date' ? issueDate : terms.dueDate;
          for (const passed of [0, 1, 2, 3, 4, 9, 10, 11, 40]) {
            const day = addDays(first, passed);
            await owing.session.advanceTo(day);
            const expected = days.filter((attempt) => attempt <= day).length;
            world.expectEqual(`attempts until day ${passed}`, expected, await attempts(owing));
          }
          await expectMoneyAgrees(world, owing, eur('0.00'));
        },
      );

  check(
    'is not tried again whenever something else happens',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const owing = await cardHolder(world, 'declines-soft');
      const { session, invoice } = owing;
      await session.advanceTo(addDays(invoice.issueDate, 1));
      for (let round = 0; round < 5; round += 1) {
        await session.bill(addDays(invoice.issueDate, 1));
        await session.setTaxRate({ country: 'FR', ratePercent: '20', from: invoice.issueDate });
      }
      world.expectEqual('attempts', 1, await attempts(owing));
    },
  );

  for (const { what, byHand, also, go } of doneMeanwhile)
    check(
      `is tried again on the same days, ${what}`,
      { topic, needs: [...needs, ...also], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const owing = await cardHolder(world, 'declines-soft');
        const { issueDate } = owing.invoice;
        const days = expectedAttempts({ issueDate, dueDate: issueDate }, policy, 'declines-soft');
        for (const passed of [0, 1, 2, 3, 4, 9, 10, 11, 13, 40]) {
          const day = addDays(issueDate, passed);
          await owing.session.advanceTo(day);
          if (passed === 1 || passed === 4) await go(world, owing, passed);
          const tried = days.filter((attempt) => attempt <= day).length;
          const more = [1, 4].filter((one) => one <= passed).length * byHand;
          world.expectEqual(`attempts until day ${passed}`, tried + more, await attempts(owing));
        }
      },
    );

  check('is paid on the day on which the card works again', { topic, needs }, async (world) => {
    const owing = await cardHolder(world, 'declines-soft');
    const { session, customerId, invoice } = owing;
    await session.advanceTo(addDays(invoice.issueDate, 2));
    await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'automatic' });
    await session.advanceTo(addDays(invoice.issueDate, 3));
    await expectMoneyAgrees(world, owing, eur('100.00'));
    await session.advanceTo(addDays(invoice.issueDate, 40));
    world.expectEqual('attempts', 2, await attempts(owing));
  });

  check('is not collected once more when it was paid by hand', { topic, needs }, async (world) => {
    const owing = await cardHolder(world, 'declines-soft');
    const { session, customerId, invoice } = owing;
    await session.advanceTo(addDays(invoice.issueDate, 1));
    await session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'automatic' });
    await refusalOf(
      session.pay({ key: `${world.checkId}-hand`, invoiceId: invoice.id, amount: eur('100.00') }),
    );
    await session.advanceTo(addDays(invoice.issueDate, 40));
    await expectMoneyAgrees(world, owing, eur('100.00'));
  });

  check('is charged once when the answer is lost', { topic, needs }, async (world) => {
    const owing = await cardHolder(world, 'times-out-after-doing-it');
    await owing.session.advanceTo(addDays(owing.invoice.issueDate, 40));
    world.expectEqual('attempts', 1, await attempts(owing));
    await expectMoneyAgrees(world, owing, eur('100.00'));
  });
});

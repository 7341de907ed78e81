import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { sumMoney } from '../../../model/money.ts';
import { expectedInterest } from '../../../oracle/payment/expected-dunning.ts';
import { check } from '../../../scenario/check.ts';
import {
  dunningLevel,
  expectClear,
  lastDay,
  latePayer,
  threeLevels,
} from '../../../scenario/situations/late-payer.ts';
import { type Debtor, eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'payment', 'dunning', 'dunning.charges'] as const;
const topic = 'payment' as const;

describe('What being late costs', () => {
  const policy = {
    ...threeLevels,
    levels: [
      dunningLevel('reminder', 5, { fee: '5.00' }),
      dunningLevel('warning', 30, { fee: '10.00', interestPercent: '9' }),
      dunningLevel('stop', 60, { interestPercent: '9' }),
    ],
  };

  check('is charged once for each level, with interest for its days', { topic, needs }, async (world) => {
    const owing = await latePayer(world, policy, '1000.00');
    const { session, customerId } = owing;
    const due = lastDay(owing);
    await session.advanceTo(addDays(due, 65));
    const { charges } = await session.dunning(customerId);
    const interest = (from: number, to: number) =>
      expectedInterest(eur('1000.00'), '9', {
        from: addDays(due, from),
        to: addDays(due, to),
        rounding: world.profile.roundingMode,
      });
    const expected = [
      ['reminder', addDays(due, 5), eur('5.00'), eur('0.00')],
      ['warning', addDays(due, 30), eur('10.00'), interest(0, 30)],
      ['stop', addDays(due, 60), eur('0.00'), interest(30, 60)],
    ];
    world.expectEqual(
      'charges',
      expected,
      charges.map((charge) => [charge.level, charge.date, charge.fee, charge.interest]),
    );
    await expectOwed(world, owing, {
      owed: eur('1029.80'),
      how: 'EUR 1,000.00, fees of 5.00 and 10.00, interest of 7.40 twice',
    });
  });

  check(
    'is still owed when only the invoice is paid',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const owing = await latePayer(world, policy, '1000.00');
      const { session, invoice } = owing;
      await session.advanceTo(addDays(lastDay(owing), 31));
      await session.pay({ key: `${world.checkId}-pay`, invoiceId: invoice.id, amount: eur('1000.00') });
      const left = { owed: eur('22.40'), how: 'fees of 5.00 and 10.00, interest of 7.40' };
      await expectOwed(world, owing, left);
      await session.advanceTo(addDays(lastDay(owing), 120));
      await expectOwed(world, owing, left);
      await expectClear(world, owing, 'with nothing owed but charges');
    },
  );

  check('can be paid itself', { topic, needs }, async (world) => {
    const owing = await latePayer(world, policy);
    const { session, customerId } = owing;
    await session.advanceTo(addDays(lastDay(owing), 6));
    for (const { id, due } of await session.invoices(customerId))
      await session.pay({ key: `${world.checkId}-${id}`, invoiceId: id, amount: due });
    await expectOwed(world, owing, { owed: eur('0.00'), how: 'the invoice and a fee of 5.00 were paid' });
  });

  const costs = [
    { title: 'A fee beside interest', fee: '5.00', percent: '9' },
    { title: 'A fee alone', fee: '5.00', percent: null },
    { title: 'Interest alone', fee: null, percent: '9.12' },
  ] as const;
  const debts = [
    { words: 'before anything is late, so that there is no interest yet', amount: '1000.00', after: 5 },
    { words: 'of a debt so small that its interest is not a cent', amount: '0.50', after: 40 },
    { words: 'of a debt that bears interest', amount: '1000.00', after: 40 },
  ] as const;
  for (const { title, fee, percent } of costs)
    for (const { words, amount, after } of debts)
      check(
        `${title} is charged for what it is, ${words}`,
        { topic, needs, tags: ['@edge', '@risk-high'] },
        async (world) => {
          const levels = [dunningLevel('reminder', after, { fee, interestPercent: percent })];
          const owing = await latePayer(world, { ...threeLevels, ageFrom: 'issue-date', levels }, amount);
          const { session, customerId, invoice } = owing;
          const day = addDays(invoice.issueDate, after);
          await session.advanceTo(addDays(day, 1));
          const interest = expectedInterest(eur(amount), percent ?? '0', {
            from: lastDay(owing),
            to: day,
            rounding: world.profile.roundingMode,
          });
          const expected = { date: day, fee: eur(fee ?? '0.00'), interest };
          const isAny = expected.fee.amountMinor + interest.amountMinor > 0n;
          world.expectEqual(
            'charges',
            isAny ? [expected] : [],
            (await session.dunning(customerId)).charges.map((charge) => ({
              date: charge.date,
              fee: charge.fee,
              interest: charge.interest,
            })),
          );
        },
      );

  check(
    'has interest for each of its days, also beyond half a year',
    { topic, needs, tags: ['@edge', '@risk-high'] },
    async (world) => {
      const long = {
        ...threeLevels,
        levels: [
          dunningLevel('court', 200, { interestPercent: '9' }),
          dunningLevel('bailiff', 300, { interestPercent: '9' }),
        ],
      };
      const owing = await latePayer(world, long, '1000.00');
      const due = lastDay(owing);
      await owing.session.advanceTo(addDays(due, 301));
      await expectOwed(world, owing, {
        owed: eur('1073.98'),
        how: 'EUR 1,000.00, interest of 49.32 for 200 days and of 24.66 for 100 more',
      });
    },
  );

  async function expectOwed(
    world: World,
    { session, customerId }: Debtor,
    expected: { readonly owed: ReturnType<typeof eur>; readonly how: string },
  ): Promise<void> {
    world.expectMoney({
      measure: 'owed in all',
      expected: expected.owed,
      actual: sumMoney(
        (await session.invoices(customerId)).map(({ due }) => due),
        'EUR',
      ),
      nature: 'charge',
      customer: 'Acme',
      explanation: `Owed are ${expected.how}.`,
    });
  }
});

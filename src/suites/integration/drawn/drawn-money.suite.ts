import { describe } from 'vitest';
import { expectBalanced, expectOpenReceivables } from '../../../scenario/books.ts';
import { check } from '../../../scenario/check.ts';
import { billDays } from '../../../scenario/drawn/drawn-money.ts';
import { openDrawnPayer } from '../../../scenario/drawn/drawn-payer.ts';
import { tellPlayed } from '../../../scenario/drawn/told-play.ts';

describe('Money that nobody thought of', () => {
  check(
    'Payments, transfers, refunds, credit notes and prepaid credit of fourteen months leave open what the oracle says',
    {
      topic: 'payment',
      needs: [
        'clock',
        'price.flat',
        'tax',
        'payment',
        'payment.gateway',
        'payment.receive',
        'payment.refund',
        'credit-note',
        'balance',
        'wallet',
        'ledger',
      ],
      tags: ['@generated'],
      timeoutMs: 60_000,
    },
    async (world) => {
      const payer = await openDrawnPayer(world);
      // With less effort it is looked at less often: what is wrong of an invoice, a balance or a wallet stays.
      const days = billDays();
      const monthsAtATime = Math.ceil(days.length / (world.configuration.effort ?? days.length));
      for (const [index, day] of days.entries()) {
        await payer.month(day);
        const isLast = index + 1 === days.length;
        if (isLast || (index + 1) % monthsAtATime === 0) await payer.expectStanding(day);
      }
      tellPlayed({ kind: 'money', acts: payer.done });
      const { session, customerId } = payer;
      expectBalanced(world, await session.ledger(customerId));
      await expectOpenReceivables(world, session, { name: payer.name, customerId });
    },
  );
});

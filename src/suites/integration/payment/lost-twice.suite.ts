import { describe } from 'vitest';
import { check } from '../../../scenario/check.ts';
import { expectSoundAccount } from '../../../scenario/drawn/account-soundness.ts';
import { debtor, eur, now } from '../../../scenario/situations/paying-customer.ts';

describe('An invoice of which the rest was written off', () => {
  for (const { paid, back } of [
    { paid: '40.00', back: 40_00n },
    { paid: '99.99', back: 99_99n },
    { paid: '0.01', back: 1n },
  ])
    check(
      `is owed again when the bank takes EUR ${paid} back, and can be written off again: both are lost, once each`,
      {
        topic: 'payment',
        needs: [
          'price.flat',
          'payment',
          'payment.chargeback',
          'payment.write-off',
          'balance',
          'wallet',
          'credit-note',
          'ledger',
        ],
        tags: ['@edge', '@risk-high', '@close'],
      },
      async (world) => {
        const owing = await debtor(world, '100.00');
        const { session, invoice } = owing;
        const key = world.checkId;
        const { id } = await session.pay({ key: `${key}-pay`, invoiceId: invoice.id, amount: eur(paid) });
        await session.writeOff(`${key}-off`, invoice.id);
        const lost = 100_00n - back;
        await expectSoundAccount(world, owing, { cash: back, lost, after: 'the first write-off' });
        await session.notifyPayment({ id: `${key}-bank`, paymentId: id, outcome: 'charged-back' });
        world.expectEqual('owed again', eur(paid), (await now(owing)).due);
        await expectSoundAccount(world, owing, { cash: 0n, lost, after: 'the chargeback' });
        await session.writeOff(`${key}-off-again`, invoice.id);
        world.expectEqual('owed in the end', eur('0.00'), (await now(owing)).due);
        await expectSoundAccount(world, owing, { cash: 0n, lost: 100_00n, after: 'the second write-off' });
      },
    );
});

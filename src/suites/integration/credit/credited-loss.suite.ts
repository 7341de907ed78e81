import { describe } from 'vitest';
import { moneyOf, parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { expectSoundAccount } from '../../../scenario/drawn/account-soundness.ts';
import { debtor, eur, now } from '../../../scenario/situations/paying-customer.ts';

const needs = [
  'price.flat',
  'payment',
  'payment.refund',
  'payment.write-off',
  'credit-note',
  'balance',
  'wallet',
  'ledger',
] as const;

/** Of EUR 100.00 a part is paid, the rest is given up, and then so much is credited. */
const cases = [
  { paid: '0.00', credited: '100.00', kept: '0.00', lost: '0.00' },
  { paid: '0.00', credited: '30.00', kept: '0.00', lost: '70.00' },
  { paid: '60.00', credited: '100.00', kept: '60.00', lost: '0.00' },
  { paid: '60.00', credited: '40.01', kept: '0.01', lost: '0.00' },
  { paid: '99.99', credited: '0.01', kept: '0.00', lost: '0.00' },
] as const;

describe('A credit note on an invoice that was written off', () => {
  for (const { paid, credited, kept, lost } of cases)
    check(
      `of which EUR ${paid} of EUR 100.00 were paid: EUR ${credited} give the customer EUR ${kept}, and EUR ${lost} stay a loss`,
      { topic: 'credit', needs, tags: ['@credit', '@close', '@edge', '@risk-high'] },
      async (world) => {
        const owing = await debtor(world, '100.00');
        const { session, customerId, invoice } = owing;
        const key = world.checkId;
        const amount = eur(paid);
        if (amount.amountMinor > 0n) await session.pay({ key: `${key}-pay`, invoiceId: invoice.id, amount });
        await session.writeOff(`${key}-off`, invoice.id);
        const part = { kind: 'lines', lines: [{ line: 0, net: eur(credited) }] } as const;
        const note = { key: `${key}-note`, invoiceId: invoice.id, part, reason: 'goodwill' };
        const { id } = await session.creditNote(note);
        world.expectMoney({
          measure: 'credit of the customer',
          expected: eur(kept),
          actual: (await session.balance(customerId)).amount,
          nature: 'credit',
          customer: 'Acme',
          explanation: `He paid EUR ${paid} in all.`,
        });
        const known = { cash: amount.amountMinor, lost: parseMoney(lost, 'EUR').amountMinor };
        await expectSoundAccount(world, owing, { ...known, after: 'the credit note' });
        await session.voidCreditNote(`${key}-back`, id);
        world.expectEqual(
          'credit when it is taken back',
          eur('0.00'),
          (await session.balance(customerId)).amount,
        );
        const open = moneyOf(100_00n - known.cash - known.lost, 'EUR');
        world.expectEqual('owed again when it is taken back', open, (await now(owing)).due);
        await expectSoundAccount(world, owing, { ...known, after: 'the credit note was taken back' });
      },
    );
});

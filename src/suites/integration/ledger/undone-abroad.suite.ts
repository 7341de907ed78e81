import { describe } from 'vitest';
import type { BookValue } from '../../../model/billing/exchange.ts';
import { addDays } from '../../../model/date.ts';
import { formatMoney, parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { balanceOf, ecb, foreignCustomer } from '../../../scenario/situations/foreign-customer.ts';
import { billingStart } from '../../../scenario/situations/paying-customer.ts';

const usd = (amount: string) => parseMoney(amount, 'USD');
const noted = addDays(billingStart, 9);
const undone = addDays(billingStart, 19);

/** What credit of a customer is worth is a habit of the target; what hangs on the invoice is worth what it was on its day. */
const accounts = ['receivables', 'revenue', 'tax-payable', 'discounts'] as const;

const shown = (values: readonly BookValue[]) =>
  accounts.map((account) => `${account} ${formatMoney(balanceOf(values, account))}`);

/** Of USD 119.06: nothing, a part, or all. */
const cases = [
  { paid: null, credited: 'whole' },
  { paid: null, credited: '33.33' },
  { paid: '70.01', credited: 'whole' },
  { paid: '70.01', credited: '77.77' },
  { paid: '119.06', credited: '33.33' },
] as const;

describe('A credit note in another currency that is taken back when the rate has changed', () => {
  for (const { paid, credited } of cases)
    check(
      `leaves the books as they were before it: ${paid === null ? 'nothing' : `USD ${paid}`} of USD 119.06 was paid, and ${credited === 'whole' ? 'all of it' : `USD ${credited}`} credited`,
      {
        topic: 'ledger',
        needs: [
          'clock',
          'price.flat',
          'tax',
          'ledger',
          'legal-entity',
          'exchange-rates',
          'payment',
          'credit-note',
        ],
        tags: ['@close', '@edge', '@risk-high'],
      },
      async (world) => {
        const rates = [ecb('USD', '0.9137'), ecb('USD', '0.9512', noted), ecb('USD', '0.8014', undone)];
        const { session, customerId } = await foreignCustomer(world, {
          name: 'Globex',
          amount: '100.05',
          rates,
        });
        const key = world.checkId;
        const [invoice] = await session.invoices(customerId);
        const invoiceId = invoice?.id ?? '';
        if (paid !== null) await session.pay({ key: `${key}-pay`, invoiceId, amount: usd(paid) });
        await session.advanceTo(noted);
        const before = await session.bookValues(customerId);
        const part =
          credited === 'whole'
            ? ({ kind: 'whole' } as const)
            : ({ kind: 'lines', lines: [{ line: 0, net: usd(credited) }] } as const);
        const note = await session.creditNote({ key: `${key}-note`, invoiceId, part, reason: 'goodwill' });
        await session.advanceTo(undone);
        await session.voidCreditNote(`${key}-back`, note.id);
        const after = await session.bookValues(customerId);
        world.expectEqual('values of the note and of its end', true, after.length > before.length + 2);
        world.expectEqual('debits less credits', shown(before), shown(after));
      },
    );
});

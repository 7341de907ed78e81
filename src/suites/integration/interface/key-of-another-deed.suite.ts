import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';

const start = localDate('2026-01-01');
const plan = monthlyPlan('basic', [fee('80.00')]);

type Deed = (session: BillingSession, key: string, invoiceId: string) => Promise<unknown>;

/** After each of them nothing is due on the invoice that it is for. */
const deeds = [
  ['A write-off', 'payment.write-off', (session, key, id) => session.writeOff(key, id)],
  ['A void', 'invoice.void', (session, key, id) => session.voidInvoice(key, id)],
  [
    'A payment',
    'payment',
    (session, key, invoiceId) => session.pay({ key, invoiceId, amount: eur('80.00') }),
  ],
  [
    'A credit note',
    'credit-note',
    (session, key, invoiceId) =>
      session.creditNote({ key, invoiceId, part: { kind: 'whole' }, reason: 'goodwill' }),
  ],
] as const satisfies readonly (readonly [words: string, need: string, deed: Deed])[];

describe('A key that came before, with the same wish for another invoice', () => {
  for (const [words, need, deed] of deeds)
    check(
      `${words} is refused or done, and never taken for done`,
      { topic: 'idempotency', needs: ['clock', 'price.flat', need], tags: ['@edge', '@risk-high'] },
      async (world) => {
        const { session, customerId } = await openContract(world, { customer: 'Acme', plan, start });
        await session.advanceTo(addDays(start, 31));
        const [first, second] = await session.invoices(customerId);
        const key = `${world.checkId}-key`;
        await deed(session, key, first?.id ?? '');
        const answer = await refusalOf(deed(session, key, second?.id ?? ''));
        const after = await session.invoice(second?.id ?? '');
        const isDone = after.due.amountMinor === 0n;
        if (answer !== 'accepted') world.expectRefused(answer, 'The second wish was not done.');
        world.expectEqual(`${words} of the second invoice: done`, answer === 'accepted', isDone);
      },
    );
});

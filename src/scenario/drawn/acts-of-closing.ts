import type { CreditNote } from '../../model/billing/credit-note.ts';
import type { UnpaidAtClosing } from '../../model/billing/customer.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import { type AccountLife, done } from './account-act.ts';
import { expectOnlyPaidGivenBack } from './acts-of-documents.ts';
import { payLater } from './acts-of-gateway.ts';

const ways: readonly UnpaidAtClosing[] = ['stays', 'written-off', 'credited'];

/** All business with the customer ends, while something may still be under way: his money goes on being his. */
export async function closeBusiness(life: AccountLife): Promise<boolean> {
  const { world, faker, contract } = life;
  const { session, customerId } = contract;
  if (world.can('payment.gateway')) await payLater(life);
  const invoices = await session.invoices(customerId);
  const notes = await session.creditNotes(customerId);
  const unpaid = faker.helpers.arrayElement(ways);
  if (!(await done(life, session.closeCustomer(customerId, unpaid)))) return false;
  life.bills = 'over';
  if (unpaid === 'written-off') giveUp(life, invoices);
  const known = new Set(notes.map(({ id }) => id));
  for (const note of (await session.creditNotes(customerId)).filter(({ id }) => !known.has(id)))
    expectCredited(life, invoices, note);
  return true;
}

function giveUp({ lost }: AccountLife, invoices: readonly Invoice[]): void {
  for (const { id, due } of invoices)
    if (due.amountMinor > 0n) lost.set(id, (lost.get(id) ?? 0n) + due.amountMinor);
}

function expectCredited(life: AccountLife, invoices: readonly Invoice[], note: CreditNote): void {
  const credited = invoices.find(({ id }) => id === note.invoiceId);
  if (credited !== undefined) expectOnlyPaidGivenBack(life, credited, note);
}

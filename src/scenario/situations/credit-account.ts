import type { Invoice } from '../../model/billing/invoice.ts';
import { displayMoney, type Money, parseMoney, sumMoney } from '../../model/money.ts';
import { ExpectationFailed } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import type { OpenContract } from './open-contract.ts';

/** The customer's n-th invoice, counted from 1 in order of issue. */
export async function nthInvoice(contract: OpenContract, place: number): Promise<Invoice> {
  const invoices = await contract.session.invoices(contract.customerId);
  const invoice = invoices[place - 1];
  if (invoice === undefined)
    throw new ExpectationFailed([`Found ${invoices.length} invoices, expected at least ${place}.`]);
  return invoice;
}

/** What the customer has to his credit, both as the target states it and as the sum of its movements. */
export async function expectBalance(
  world: World,
  contract: OpenContract,
  expected: { readonly amount: Money; readonly because: string },
): Promise<void> {
  const { amount, entries } = await contract.session.balance(contract.customerId);
  const list = entries.map((entry) => `${entry.kind} ${displayMoney(entry.amount)}`).join(', ') || 'none';
  const money = { nature: 'credit', customer: 'the customer' } as const;
  const explanation = `${expected.because} Movements: ${list}.`;
  world.expectMoney({
    ...money,
    measure: "customer's balance",
    expected: expected.amount,
    actual: amount,
    explanation,
  });
  world.expectMoney({
    ...money,
    measure: "movements of the customer's balance",
    expected: expected.amount,
    actual: sumMoney(
      entries.map((entry) => entry.amount),
      expected.amount.currency,
    ),
    explanation,
  });
}

/** What credit took off an invoice, and what is left to pay of it. */
export function expectSettled(
  world: World,
  invoice: Invoice,
  expected: { readonly credited: string; readonly due: string; readonly because: string },
): void {
  const money = (amount: string) => parseMoney(amount, invoice.currency);
  world.expectMoney({
    measure: 'credit used on the invoice',
    expected: money(expected.credited),
    actual: invoice.credited,
    nature: 'credit',
    invoice: invoice.number,
    explanation: expected.because,
  });
  world.expectMoney({
    measure: 'left to pay',
    expected: money(expected.due),
    actual: invoice.due,
    nature: 'charge',
    invoice: invoice.number,
    explanation: expected.because,
  });
}

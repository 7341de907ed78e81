import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import { addDays, type LocalDate, localDate } from '../../model/date.ts';
import { type Money, parseMoney } from '../../model/money.ts';
import type { BillingSession } from '../billing-session.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import type { PayingCustomer } from '../drawn/money-agreement.ts';
import { ExpectationFailed, ScenarioDefect } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import { openContract } from './open-contract.ts';

export const billingStart = localDate('2026-01-01');

export interface Debtor extends PayingCustomer {
  /** The first invoice, issued on `billingStart`. */
  readonly invoice: Invoice;
  readonly due: Money;
}

/** Acme owes one invoice of that much, and gets the next one a month later. */
export async function debtor(
  world: World,
  amount: string,
  rest: Partial<Pick<PlanVersion, 'currency' | 'interval'>> = {},
): Promise<Debtor> {
  const { currency = 'EUR' } = rest;
  const customer = { EUR: 'Acme', JPY: 'Sakura', KWD: 'Dhow' }[currency];
  if (customer === undefined) throw new ScenarioDefect(`Nobody in the cast pays in ${currency}.`);
  const plan = monthlyPlan('basic', [fee(amount)], { ...rest, currency });
  const { session, customerId } = await openContract(world, { customer, plan, start: billingStart });
  const [invoice] = await session.invoices(customerId);
  if (invoice === undefined)
    throw new ExpectationFailed(['Found no invoice on the first day of a fee in advance, expected one.']);
  return { session, customerId, currency, invoice, due: invoice.due };
}

/** The same invoice as it is now. */
export function now({ session, invoice }: Debtor): Promise<Invoice> {
  return session.invoice(invoice.id);
}

export function eur(amount: string): Money {
  return parseMoney(amount, 'EUR');
}

/** Time for a target that finds out about lost answers in a job of the night. */
export async function afterTheNight(session: BillingSession, day: LocalDate = billingStart): Promise<void> {
  await session.advanceTo(addDays(day, 1));
}

import type { Invoice, InvoiceLine } from '../../model/billing/invoice.ts';
import type { LocalDate } from '../../model/date.ts';
import { displayMoney, formatMoney } from '../../model/money.ts';
import type { OpenContract } from '../situations/open-contract.ts';
import type { World } from '../world.ts';

export interface BilledAgain {
  readonly voided: Invoice;
  /** Positions of the lines that were left out. */
  readonly without: readonly number[];
  readonly again: Invoice;
}

/** The lines of the void invoice less those that were left out, each as it was, in their order. */
export function expectBilledAgain(world: World, { voided, without, again }: BilledAgain): void {
  world.expectEqual(
    `lines of ${again.number}, which is ${voided.number} without ${without.join(' and ') || 'nothing'}`,
    voided.lines.filter((_, position) => !without.includes(position)).map(lineShown),
    again.lines.map(lineShown),
  );
}

/** A preview says what the customer will be asked for, down to the credit that he will not have to pay. */
export function expectAsAnnounced(world: World, announced: Invoice, issued: Invoice | undefined): void {
  world.expectEqual(
    `the preview for ${announced.issueDate} against the invoice`,
    issued === undefined ? 'no invoice' : documentShown(issued),
    documentShown(announced),
  );
}

/** Nobody is asked for money that he has to his credit: of an invoice that was just issued nothing is due, or no credit is left. */
export async function expectCreditUsed(
  world: World,
  { session, customerId }: OpenContract,
  of: { readonly issued: Invoice; readonly walletName: string },
): Promise<void> {
  const { number, due } = of.issued;
  if (due.amountMinor <= 0n) return;
  const { amount } = await session.balance(customerId);
  const wallet = (await session.wallets(customerId)).find(({ name }) => name === of.walletName);
  for (const [what, left] of [
    ['on the balance', amount],
    ['in the wallet', wallet?.balance ?? amount],
  ] as const)
    world.expectThat(
      left.amountMinor <= 0n,
      `Found ${displayMoney(due)} due on ${number}, which was just issued, and ${displayMoney(left)} ${what}; expected it to be used.`,
    );
}

/** The last of those that were issued on the day. */
export async function issuedOn(
  { session, customerId }: OpenContract,
  day: LocalDate,
): Promise<Invoice | undefined> {
  return (await session.invoices(customerId)).findLast(({ issueDate }) => issueDate === day);
}

function documentShown({ lines, issueDate, dueDate, ...sums }: Invoice) {
  const { subtotal, discount, tax, total, credited, due } = sums;
  return {
    issueDate,
    dueDate,
    lines: lines.map(lineShown),
    sums: [subtotal, discount, tax, total, credited, due].map(formatMoney),
  };
}

function lineShown({ charge, period, quantity, net, discount, tax }: InvoiceLine) {
  return { charge, period, quantity, amounts: [net, discount ?? null, tax].map(shown) };
}

function shown(amount: Invoice['due'] | null): string {
  return amount === null ? '' : formatMoney(amount);
}

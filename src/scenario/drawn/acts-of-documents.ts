import type { CreditedLine, CreditNote } from '../../model/billing/credit-note.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import type { WalletEntryKind } from '../../model/billing/wallet.ts';
import { addDays } from '../../model/date.ts';
import { displayMoney, moneyOf, sumMoney } from '../../model/money.ts';
import { type AccountLife, done, drawnInvoice, drawnPart, granted, keyOf } from './account-act.ts';
import { expectBilledAgain, expectCreditUsed } from './account-looks.ts';
import { walletForAll } from './acts-of-credits.ts';

export async function credit(life: AccountLife): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const line = life.faker.number.int({ min: 0, max: 2 });
  const net = drawnPart(life, moneyOf(500n, life.currency));
  const part = life.faker.datatype.boolean(0.3)
    ? ({ kind: 'whole' } as const)
    : ({ kind: 'lines', lines: [{ line, net }] } as const);
  const note = { key: keyOf(life), invoiceId: invoice.id, part, reason: 'goodwill' };
  const attempt = life.contract.session.creditNote(note);
  const what = `a credit note (${part.kind}) for ${invoice.number}`;
  const isDue = (await isWhole(life, invoice)) && (part.kind === 'whole' || isWithin(invoice, part.lines));
  if (!(await granted(life, attempt, { what, isDue }))) return false;
  expectOnlyPaidGivenBack(life, invoice, await attempt);
  return true;
}

/** In force, for something, and nothing of it was credited, nor given back because a period was cut short: so all of it can be. */
async function isWhole({ contract }: AccountLife, { id, status, total }: Invoice): Promise<boolean> {
  const { session, customerId } = contract;
  const notes = await session.creditNotes(customerId);
  const isCredited = notes.some((note) => note.invoiceId === id && note.status === 'issued');
  const lines = (await session.invoices(customerId)).flatMap((invoice) => invoice.lines);
  const isCutShort = lines.some(({ net }) => net.amountMinor < 0n);
  return status === 'finalised' && total.amountMinor > 0n && !isCredited && !isCutShort;
}

function isWithin({ lines }: Invoice, parts: readonly CreditedLine[]): boolean {
  return parts.every(({ line, net }) => {
    const { net: charged, discount } = lines[line] ?? { net: null };
    const most = charged === null ? 0n : charged.amountMinor - (discount?.amountMinor ?? 0n);
    return net.amountMinor > 0n && net.amountMinor <= most;
  });
}

/** First goes what is open, then what was given up as a loss; what nobody paid is not the customer's. */
export function expectOnlyPaidGivenBack(
  { world, lost, currency }: AccountLife,
  { id, number, due }: Invoice,
  { total, settled, toBalance }: CreditNote,
): void {
  const givenUp = lost.get(id) ?? 0n;
  const open = due.amountMinor > 0n ? due.amountMinor : 0n;
  const unpaid = total.amountMinor < open + givenUp ? total.amountMinor : open + givenUp;
  const shown = (minors: readonly bigint[]) => minors.map((minor) => displayMoney(moneyOf(minor, currency)));
  world.expectEqual(
    `settled of ${number} and put on the balance by a note of ${displayMoney(total)}`,
    shown([unpaid, total.amountMinor - unpaid]),
    shown([settled.amountMinor, toBalance.amountMinor]),
  );
  if (unpaid > open) lost.set(id, givenUp - (unpaid - open));
}

export async function voidNote(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  const notes = await session.creditNotes(customerId);
  if (notes.length === 0) return false;
  return done(life, session.voidCreditNote(keyOf(life), life.faker.helpers.arrayElement(notes).id));
}

export async function voidInvoice(life: AccountLife): Promise<boolean> {
  const invoice = await drawnInvoice(life);
  if (invoice === undefined) return false;
  const before = await creditOf(life);
  const isDone = await done(life, life.contract.session.voidInvoice(keyOf(life), invoice.id));
  if (!isDone) return false;
  // With a credit note on it an invoice is not taken back; the rest of what was settled he paid, in money or in credit.
  const lost = life.lost.get(invoice.id) ?? 0n;
  life.lost.delete(invoice.id);
  await expectEachWalletRefilled(life, invoice);
  life.world.expectMoney({
    measure: `credit of the customer after the void of ${invoice.number}`,
    expected: moneyOf(before + invoice.paid.amountMinor + invoice.credited.amountMinor - lost, life.currency),
    actual: moneyOf(await creditOf(life), life.currency),
    nature: 'charge',
    customer: 'Acme',
    invoice: invoice.number,
    explanation:
      'All that was settled of it is his again: what he paid, from his balance, and from his wallets.',
  });
  return true;
}

/** What a wallet paid goes back to that one, or to none where it has expired since. */
async function expectEachWalletRefilled({ world, contract, currency }: AccountLife, invoice: Invoice) {
  const { session, customerId } = contract;
  for (const { id, name } of await session.wallets(customerId)) {
    const moved = (await session.walletEntries(id)).filter(({ invoiceId }) => invoiceId === invoice.id);
    const sumOf = (kind: WalletEntryKind) =>
      sumMoney(
        moved.filter((entry) => entry.kind === kind).map(({ amount }) => amount),
        currency,
      ).amountMinor;
    const [back, spent] = [sumOf('returned'), -sumOf('spent')];
    world.expectThat(
      back === spent || back === 0n,
      `Found ${displayMoney(moneyOf(back, currency))} given back to the wallet "${name}", which paid ${displayMoney(moneyOf(spent, currency))} of ${invoice.number}.`,
    );
  }
}

/** On the balance and in all wallets, in minor units. */
async function creditOf({ contract }: AccountLife): Promise<bigint> {
  const { session, customerId } = contract;
  const { amount } = await session.balance(customerId);
  const wallets = await session.wallets(customerId);
  return wallets.reduce((sum, { balance }) => sum + balance.amountMinor, amount.amountMinor);
}

export async function rebill(life: AccountLife): Promise<boolean> {
  const { world, contract } = life;
  const { session, customerId } = contract;
  const gone = (await session.invoices(customerId)).filter(({ status }) => status === 'void');
  if (gone.length === 0) return false;
  const voided = life.faker.helpers.arrayElement(gone);
  const without = life.faker.helpers.arrayElement([[], [1], [0, 1], [0, 2], [2, 1]]);
  const attempt = session.rebill({ key: keyOf(life), invoiceId: voided.id, without });
  const isDone = await done(life, attempt);
  if (!isDone) return false;
  const again = await attempt;
  expectBilledAgain(world, { voided, without, again });
  await expectCreditUsed(world, contract, {
    issued: await session.invoice(again.id),
    walletName: walletForAll,
  });
  return true;
}

/** Beside the plan, on an invoice of its own that is for a day of this month. */
export async function charge(life: AccountLife): Promise<boolean> {
  const { session, customerId } = life.contract;
  const days = life.faker.number.int({ min: 0, max: 20 });
  return done(
    life,
    session.charge({
      key: keyOf(life),
      customerId,
      text: 'Training',
      amount: drawnPart(life, moneyOf(1_234n, life.currency)),
      date: addDays(await session.today(), days),
    }),
  );
}

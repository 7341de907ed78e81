import type { CreditedPart, CreditNoteFigures } from '../../model/billing/credit-note.ts';
import { localDate } from '../../model/date.ts';
import { displayMoney, type Money, parseMoney, sumMoney } from '../../model/money.ts';
import { expectBalanced, expectOpenReceivables } from '../books.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import type { World } from '../world.ts';
import { nthInvoice } from './credit-account.ts';
import { type OpenContract, openContract } from './open-contract.ts';

const start = localDate('2026-01-01');

/** What the one invoice of a contract is made of. */
export interface Taxed {
  readonly prices?: readonly string[];
  readonly tax?: string;
  readonly customer?: string;
  readonly currency?: string;
  readonly country?: string;
}

/** One invoice of the first day: EUR 100.00 and EUR 19.00 tax, unless told otherwise. */
export async function invoiced(world: World, taxed: Taxed = {}): Promise<OpenContract> {
  const { prices = ['100.00'], tax = '19', customer = 'Acme', currency = 'EUR', country = 'DE' } = taxed;
  const session = await world.target(start);
  await session.setTaxRate({ country, ratePercent: tax, from: localDate('2020-01-01') });
  const charges = prices.map((price, index) => fee(price, `fee-${index + 1}`));
  const plan = monthlyPlan('basic', charges, { currency });
  return openContract(world, { customer, plan, start, session });
}

/** A part of one line, before tax. */
export function partOf(line: number, net: string, currency = 'EUR'): CreditedPart {
  return { kind: 'lines', lines: [{ line, net: parseMoney(net, currency) }] };
}

/** Issues a note for the first invoice, and holds it against what was estimated before. */
export async function credit(world: World, contract: OpenContract, of: { part: CreditedPart; key: string }) {
  const { session } = contract;
  const { id: invoiceId } = await nthInvoice(contract, 1);
  const estimate = await session.estimateCreditNote({ invoiceId, part: of.part });
  const note = await session.creditNote({
    key: `${world.checkId}-${of.key}`,
    invoiceId,
    part: of.part,
    reason: 'agreed with the customer',
  });
  for (const figure of ['net', 'tax', 'total', 'settled', 'toBalance'] as const)
    expectFigure(world, `${figure} of the note, as estimated`, [estimate[figure], note[figure]]);
  world.expectEqual('lines of the note, as estimated', estimate.lines.map(written), note.lines.map(written));
  return note;
}

function written({ line, net, tax }: CreditNoteFigures['lines'][number]): string {
  return `${line}: ${displayMoney(net)} and ${displayMoney(tax)} tax`;
}

/** Money that a credit note gives back. */
export function expectFigure(
  world: World,
  measure: string,
  [expected, actual]: readonly [Money, Money],
): void {
  const explanation = 'A credit note gives back what the invoice charged, and not more.';
  world.expectMoney({ measure, expected, actual, nature: 'credit', explanation });
}

/** Postings are in balance, and receivables are what is open. */
export async function expectSoundBooks(world: World, { session, customerId }: OpenContract): Promise<void> {
  if (!world.can('ledger')) return;
  expectBalanced(world, await session.ledger(customerId));
  await expectOpenReceivables(world, session, { name: 'the customer', customerId });
}

/** All notes in force. */
export async function expectGiven(world: World, contract: OpenContract, total: string): Promise<void> {
  const notes = await contract.session.creditNotes(contract.customerId);
  const inForce = notes.filter(({ status }) => status === 'issued').map((note) => note.total);
  expectFigure(world, 'credited in all', [parseMoney(total, 'EUR'), sumMoney(inForce, 'EUR')]);
  const numbers = new Set(notes.map(({ number }) => number));
  world.expectEqual('numbers of the notes', notes.length, numbers.size);
  await expectSoundBooks(world, contract);
}

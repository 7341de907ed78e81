import type { Faker } from '@faker-js/faker';
import type { Invoice } from '../../model/billing/invoice.ts';
import { moneyAmount, parseMoney } from '../../model/money.ts';
import { answer } from '../../oracle/answer.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { type MoneyStep, nothingOwed, type Standing, standingAfter } from '../../oracle/payment/standing.ts';
import type { ExpectedInvoice } from '../../oracle/subscription/billing-history.ts';
import type { TargetSession } from '../../target/session.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import type { CustomerHistory } from './customer-history.ts';
import {
  type Creditable,
  type DrawnAct,
  drawnAct,
  type MoneyAct,
  moneyAmountOf,
  type Refundable,
} from './drawn-money.ts';

/** Where the customer is known to the target. */
export interface MoneyPlace {
  readonly session: TargetSession;
  readonly customerId: string;
  readonly walletId: string;
}

interface NoteSoFar {
  readonly invoice: number;
  readonly line: number;
  readonly net: bigint;
}

/** A customer's money month by month: what was done so far, and how he must stand after it. */
export class MoneyLife {
  readonly #world: World;
  readonly #history: CustomerHistory;
  readonly #invoices: readonly ExpectedInvoice[];
  readonly #notes: NoteSoFar[] = [];
  readonly #done: MoneyAct[] = [];
  #found: readonly Invoice[] = [];
  #standing: Standing = nothingOwed;
  #payments: readonly Refundable[] = [];
  #lines: readonly Creditable[] = [];

  constructor(world: World, history: CustomerHistory) {
    this.#world = world;
    this.#history = history;
    this.#invoices = expectedInvoices(history.billing, world.profile);
  }

  get standing(): Standing {
    return this.#standing;
  }

  get done(): readonly MoneyAct[] {
    return this.#done;
  }

  /** The next invoice is there, as the last of what the target has. */
  billed(found: readonly Invoice[]): void {
    this.#found = found;
    const place = this.#standing.dues.length;
    const invoice = this.#invoices[place];
    if (invoice === undefined) throw new ScenarioDefect(`The oracle expects no invoice number ${place + 1}.`);
    this.#move({ kind: 'invoice', amountMinor: invoice.total.amountMinor });
    const lines = invoice.lines.map(({ charge, net }) => ({ invoice: place, charge, left: net.amountMinor }));
    this.#lines = [...this.#lines, ...lines];
  }

  /** Draws one thing that can be done now, and does it. */
  async act(faker: Faker, place: MoneyPlace): Promise<void> {
    const drawn = drawnAct(faker, { standing: this.#standing, payments: this.#payments, lines: this.#lines });
    if (drawn === null) return;
    this.#done.push(drawn.act);
    const key = `${this.#world.checkId}-${this.#done.length}`;
    await this.#perform(drawn, { key, ...place });
  }

  async #perform(drawn: DrawnAct, place: MoneyPlace & { readonly key: string }): Promise<void> {
    const { session, customerId, walletId, key } = place;
    const { amountMinor } = drawn;
    const amount = moneyAmountOf(amountMinor, this.#history);
    switch (drawn.act) {
      case 'payment in full':
      case 'part payment': {
        const { invoice } = drawn;
        const invoiceId = this.#idOf(invoice);
        const { id } = await session.pay({ key, invoiceId, amount });
        this.#payments = [...this.#payments, { id, invoice, left: amountMinor }];
        this.#move({ kind: 'payment', invoice, amountMinor });
        return;
      }
      case 'transfer':
        await session.receive({ key, customerId, amount, invoiceIds: null });
        this.#move({ kind: 'transfer', amountMinor });
        return;
      case 'prepaid credit':
        await session.topUpWallet({ key, walletId, credits: moneyAmount(amount) });
        this.#move({ kind: 'top-up', amountMinor });
        return;
      case 'refund': {
        const { payment } = drawn;
        await session.refund({ key, paymentId: payment.id, amount });
        this.#payments = lessLeft(this.#payments, payment, amountMinor);
        this.#move({ kind: 'refund', invoice: payment.invoice, amountMinor });
        return;
      }
      case 'credit note': {
        const { line } = drawn;
        const lines = [{ line: this.#positionOf(line), net: amount }];
        const invoiceId = this.#idOf(line.invoice);
        await session.creditNote({ key, invoiceId, part: { kind: 'lines', lines }, reason: 'goodwill' });
        this.#lines = lessLeft(this.#lines, line, amountMinor);
        this.#move({
          kind: 'credit-note',
          invoice: line.invoice,
          amountMinor: this.#noteTotal(line, amountMinor),
        });
        return;
      }
    }
  }

  #move(step: MoneyStep): void {
    const habits = { profile: this.#world.profile, currency: this.#history.billing.currency };
    this.#standing = standingAfter(this.#standing, step, habits);
  }

  /** With its share of the tax, of which all notes together take no more than the invoice charged. */
  #noteTotal({ invoice, charge }: Creditable, net: bigint): bigint {
    const { currency } = this.#history.billing;
    const lines = this.#invoices[invoice]?.lines ?? [];
    this.#notes.push({ invoice, line: lines.findIndex((line) => line.charge === charge), net });
    const mine = this.#notes.filter((note) => note.invoice === invoice);
    const { ratePercent = '0' } = this.#history.billing.taxRates[0] ?? {};
    const question = {
      kind: 'credit-notes',
      currency,
      lines: lines.map((line) => ({ net: moneyAmount(line.net), taxPercent: ratePercent })),
      notes: mine.map((note) => [
        { line: note.line, net: moneyAmount(moneyAmountOf(note.net, this.#history)) },
      ]),
      roundingPoint: this.#world.profile.roundingPoint,
    } as const;
    const { answer: notes } = answer(question, this.#world.profile);
    const total = notes.kind === 'credit-notes' ? notes.notes.at(-1)?.total : undefined;
    if (total === undefined) throw new ScenarioDefect('The oracle worked out no note.');
    return parseMoney(total, currency).amountMinor;
  }

  #positionOf({ invoice, charge }: Creditable): number {
    return this.#found[invoice]?.lines.findIndex((line) => line.charge === charge) ?? 0;
  }

  #idOf(place: number): string {
    return this.#found[place]?.id ?? '';
  }
}

function lessLeft<Part extends { readonly left: bigint }>(
  parts: readonly Part[],
  of: Part,
  by: bigint,
): readonly Part[] {
  return parts.map((part) => (part === of ? { ...part, left: part.left - by } : part));
}

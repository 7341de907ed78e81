import type { AccountStep } from '../../../../model/billing/collection-calculation.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import { fractionOf, isZero } from '../../../../oracle/arithmetic/fraction.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import type { OpenCase, OpenStep } from '../../case-reader.ts';
import type { AccountQuestion } from '../../claim.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { accountOf, type ReadAccount } from './account-figures.ts';

export function readAccount(open: OpenCase): ReadAccount {
  const amounts = amountsOf(open);
  acceptRules(rulesOf(open), { refund: ['reopens invoice'], allocation: ['oldest first'] });
  const currency = open.given.text('currency');
  const steps: AccountStep[] = [];
  const places: number[] = [];
  let issued = 0;
  // Where nothing is collected, the invoices are there before money comes.
  if (!open.steps.some(({ verb }) => issues(verb)))
    steps.push(...amounts.map((amount) => ({ kind: 'invoice', amount }) as const));
  for (const step of open.steps) {
    const invoice = issues(step.verb) ? amounts[issued] : null;
    if (invoice === undefined) throw new Inexpressible('more collections than invoices');
    if (invoice === null) steps.push(...laterSteps(step, { open, before: steps, currency }));
    else steps.push({ kind: 'invoice', amount: invoice }, ...collectionOf(step, issued));
    if (invoice !== null) issued += 1;
    places.push(steps.length - 1);
  }
  const account = accountOf(currency, steps).question;
  return { question: { ...account, refunds: refundHabit(open) }, places };
}

function amountsOf({ given }: OpenCase): readonly Decimal[] {
  return given.has('invoices') ? given.decimals('invoices') : [given.decimal('amount')];
}

/** Whether the step brings the next invoice of the account, collected at once or not. */
function issues(verb: string): boolean {
  return /^(collect|invoice|issue( invoice| the)?|bill)/.test(verb) && !/credit/.test(verb);
}

interface Account {
  readonly open: OpenCase;
  readonly before: readonly AccountStep[];
  readonly currency: string;
}

function laterSteps(step: OpenStep, { open, before, currency }: Account): readonly AccountStep[] {
  if (step.verb.startsWith('write off'))
    return [{ kind: 'credit', amount: writtenOff(step, before, currency) }];
  return otherSteps(step, { before, currency, isMixed: isMixed(open) });
}

/** What comes in for an invoice that is collected; one that is only issued waits for it. */
function collectionOf({ verb, more }: OpenStep, invoice: number): readonly AccountStep[] {
  if (!verb.startsWith('collect')) return [];
  const amount = more.has('processed') ? more.decimal('processed') : null;
  return amount !== null && isZero(fractionOf(amount)) ? [] : [{ kind: 'payment', invoice, amount }];
}

interface Past {
  readonly before: readonly AccountStep[];
  readonly currency: string;
  /** Whether some refunds of the account come with a credit note and others do not. */
  readonly isMixed: boolean;
}

function otherSteps({ verb, more }: OpenStep, past: Past): readonly AccountStep[] {
  const invoice = more.has('invoice') ? more.count('invoice') - 1 : onlyInvoice(past);
  const stated = more.decimalOr('amount', null);
  // The bank gives back what it had taken.
  if (/revers|won/.test(verb)) return [reversal(verb, past)];
  if (/^(pay|receive)/.test(verb))
    return [{ kind: 'payment', invoice: more.has('invoice') ? invoice : null, amount: stated }];
  const amount = stated ?? onlyPayment(past, invoice);
  if (amount === null) throw new Inexpressible(`the step "${verb}" without an amount`);
  if (/^(credit|add (account )?credit|grant)/.test(verb)) return [{ kind: 'credit', amount }];
  const refund: AccountStep = { kind: 'refund', invoice: refundedInvoice(verb, invoice), amount };
  // With a credit note, what the refund opens again is settled at once.
  return past.isMixed && more.peek('adjust') === true ? [refund, { kind: 'credit', amount }] : [refund];
}

/** Money that a bank takes back is owed again as after a refund. */
function refundedInvoice(verb: string, invoice: number | null): number {
  if (/^(refund|chargeback|dispute)/.test(verb) && invoice !== null) return invoice;
  throw new Inexpressible(`the step "${verb}" on an account`);
}

function onlyInvoice({ before }: Past): number | null {
  return before.filter(({ kind }) => kind === 'invoice').length === 1 ? 0 : null;
}

function reversal(verb: string, { before }: Past): AccountStep {
  const taken = before.at(-1);
  if (taken?.kind !== 'refund') throw new Inexpressible(`the step "${verb}" that follows no chargeback`);
  return { kind: 'payment', invoice: taken.invoice, amount: taken.amount };
}

/** What was paid for the invoice, where it was paid once. A bank takes a payment back as a whole. */
function onlyPayment({ before, currency }: Past, invoice: number | null): Decimal | null {
  const paid = [...before.entries()].filter(
    ([, step]) => step.kind === 'payment' && step.invoice === invoice,
  );
  const [payment, ...others] = paid;
  if (payment === undefined || others.length > 0) return null;
  const reckoned = answer(accountOf(currency, before).question, referenceProfile).answer;
  return reckoned.kind === 'account' ? (reckoned.steps[payment[0]]?.moved ?? null) : null;
}

/** What a debt comes to when nobody will pay it; credit pays the oldest debt, which must be this one. */
function writtenOff({ more, verb }: OpenStep, steps: readonly AccountStep[], currency: string): Decimal {
  const invoice = more.has('invoice') ? more.count('invoice') - 1 : 0;
  const { question } = accountOf(currency, steps);
  const reckoned = answer(question, referenceProfile).answer;
  const dues = reckoned.kind === 'account' ? (reckoned.steps.at(-1)?.dues ?? []) : [];
  const due = dues[invoice];
  const isOldest = dues.slice(0, invoice).every((each) => isZero(fractionOf(each)));
  if (due === undefined || !isOldest) throw new Inexpressible(`the step "${verb}" of a later invoice`);
  return more.decimalOr('amount', due);
}

/** Refunds with a credit note leave nothing owed, all others do, unless the case says otherwise. */
function refundHabit(open: OpenCase): AccountQuestion['refunds'] {
  const { adjusted } = refundsOf(open);
  return adjusted === 0 || isMixed(open) ? 'reopen-invoice' : 'leave-invoice-paid';
}

/** A credit note pays the oldest debt, which is that of the refund where there is only one invoice. */
function isMixed(open: OpenCase): boolean {
  const { adjusted, all } = refundsOf(open);
  if (adjusted === 0 || adjusted === all) return false;
  if (amountsOf(open).length === 1) return true;
  throw new Inexpressible('refunds with and without a credit note on one account');
}

function refundsOf({ steps }: OpenCase): { readonly all: number; readonly adjusted: number } {
  const refunds = steps.filter(
    ({ verb }) => /^(refund|chargeback|dispute)/.test(verb) && !/revers|won/.test(verb),
  );
  const adjusted = refunds.filter(({ more }) => more.has('adjust') && more.raw('adjust') === true);
  return { all: refunds.length, adjusted: adjusted.length };
}

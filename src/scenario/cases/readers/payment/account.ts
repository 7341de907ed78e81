import type { AccountStep } from '../../../../model/billing/collection-calculation.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import { fractionOf, minus } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { acceptFurtherSteps, begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Figure, figureOn } from '../../claim.ts';
import { isObject } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { charged, credited, prorationOf } from '../proration/proration-figures.ts';
import { accountOf, claim, dueFigure, one, ordinalPlace, stepClaims } from './account-figures.ts';
import { readAccount } from './account-steps.ts';
import { readPaidPeriod, tellsPaidPeriod } from './paid-for-period.ts';

/** What is owed after payments, credits and refunds. */
export const accountReader: CaseReader = {
  name: 'account',
  readsSteps: true,
  fits: ({ given, ...open }) =>
    ((isDecimalList(given.peek('invoices')) && !given.has('coupon')) || isOneInvoice({ given, ...open })) &&
    begins(
      { given, ...open },
      'collect',
      'pay',
      'receive',
      'refund',
      'credit',
      'issue',
      'charge',
      'invoice',
      'bill',
      'add',
      'write',
    ),
  read(open) {
    readPaidPeriod(open.given);
    const account = readAccount(open);
    return open.expect.keys.flatMap((key) => {
      if (Array.isArray(open.expect.peek(key))) return stepClaims(open.expect, key, account);
      const place = ordinalPlace(account, key);
      if (place === null || !isObject(open.expect.peek(key)))
        return claim(open.expect, key, { account, place: account.question.steps.length - 1 });
      const nested = open.expect.object(key);
      return nested.keys.flatMap((inner) => claim(nested, inner, { account, place }));
    });
  },
};

/** A paid period that ends early, and money that goes back for it without a credit note. */
export const refundAfterCancelReader: CaseReader = {
  name: 'refund after cancelling',
  readsSteps: true,
  fits: (open) =>
    open.given.hasAll('amount', 'subscription') &&
    begins(open, 'cancel') &&
    open.steps.some(({ verb }) => verb.startsWith('refund')),
  read(open) {
    const { given, expect } = open;
    const currency = given.text('currency');
    acceptRules(rulesOf(open), { refund: ['reopens invoice'] });
    const [cancel, refund, ...others] = open.steps;
    if (cancel?.at == null || refund === undefined || others.length > 0)
      throw new Inexpressible('other steps than cancelling on a day and one refund');
    if (refund.more.has('adjust') && refund.more.raw('adjust') !== false)
      throw new Inexpressible('a refund that adjusts an invoice whose days were given back already');
    const subscription = given.object('subscription');
    const whole = { from: subscription.day('periodFrom'), to: subscription.day('periodTo') };
    const amount = given.decimal('amount');
    const unused = prorationOf(currency, amount, {
      whole,
      used: { from: cancel.at, to: whole.to },
      dayCount: 'actual',
    });
    const steps: readonly AccountStep[] = [
      { kind: 'invoice', amount },
      { kind: 'payment', invoice: 0, amount: null },
      { kind: 'credit', amount: amountOf(unused) },
      { kind: 'refund', invoice: 0, amount: refund.more.decimal('amount') },
    ];
    const account = accountOf(currency, steps);
    const last = { account, place: steps.length - 1 };
    return expect.keys.flatMap((key) => {
      if (key === 'repair') return one(expect, key, credited(unused, expect.decimal(key)));
      if (key === 'credit') return one(expect, key, charged(unused));
      return claim(expect, key, last);
    });
  },
};

/** A credit that is there before the invoice is collected. */
export const creditBeforeCollectionReader: CaseReader = {
  name: 'credit before collection',
  readsSteps: true,
  fits: (open) =>
    open.given.has('credit') &&
    (open.given.has('child') || typeof open.given.peek('invoice') === 'string') &&
    begins(open, 'credit', 'add credit', 'add account credit', 'grant credit'),
  read(open) {
    const { given, expect } = open;
    const [credit, collect, ...others] = open.steps;
    if (credit === undefined || collect === undefined || others.length > 0)
      throw new Inexpressible('other steps than a credit and the collection');
    acceptFurtherSteps(open, 'commit', 'collect', 'invoice');
    const steps: readonly AccountStep[] = [
      { kind: 'invoice', amount: given.decimal(given.has('child') ? 'child' : 'invoice') },
      { kind: 'credit', amount: given.decimal('credit') },
      { kind: 'payment', invoice: 0, amount: null },
    ];
    const account = accountOf(given.text('currency'), steps);
    return expect.keys.flatMap((key) => {
      if (key === 'creditUsed') return one(expect, key, usedCredit(account, given.decimal('credit')));
      if (/charged$/i.test(key)) return one(expect, key, dueFigure(account, { place: 1, invoice: 0 }));
      return claim(expect, key, { account, place: 2 });
    });
  },
};

/** What the credit has paid once the invoice is collected: all of it but what is left. */
function usedCredit({ question }: ReturnType<typeof accountOf>, credit: Decimal): Figure {
  return figureOn(question, question.currency, ({ steps }) =>
    plainText(minus(fractionOf(credit), fractionOf(steps.at(-1)?.credit ?? '0'))),
  );
}

/** What the unused days are worth, for the step that gives it as credit. */
function amountOf(question: ReturnType<typeof prorationOf>): Decimal {
  const reckoned = answer(question, referenceProfile).answer;
  if (reckoned.kind !== 'proration') throw new Inexpressible('a share that cannot be reckoned');
  return reckoned.amount;
}

/** An amount that is paid and goes back, with nothing done for it that could end early. */
function isOneInvoice({ given, steps }: OpenCase): boolean {
  return (
    given.has('amount') &&
    (!given.has('subscription') || tellsPaidPeriod(given.peek('subscription'))) &&
    steps.some(({ verb }) => /^(refund|chargeback)/.test(verb)) &&
    steps.every(({ verb }) => /^(pay|collect|invoice|refund|chargeback)/.test(verb))
  );
}

function isDecimalList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((part) => typeof part === 'string');
}

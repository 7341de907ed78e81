import type {
  PostedSide,
  PostingsAnswer,
  PostingsCalculation,
} from '../../../../model/billing/postings-calculation.ts';
import { minorUnitDigits } from '../../../../model/currency.ts';
import { fractionOf, minus, negated, plus, zero } from '../../../../oracle/arithmetic/fraction.ts';
import { fixedText, plainText } from '../../../../oracle/arithmetic/rounding.ts';
import type { CaseReader, OpenCase } from '../../case-reader.ts';
import { type Claim, figureOn } from '../../claim.ts';
import { type Fields, isObject } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readDocuments } from '../fields/document-field.ts';
import { postingSteps } from './ledger-steps.ts';

/** What an invoice and what follows it put into the books: all postings, or what each account comes to. */
export const ledgerReader: CaseReader = {
  name: 'postings',
  readsSteps: true,
  fits: (open) =>
    open.case.area === 'ledger' &&
    (listKey(open.expect) !== null || open.expect.keys.every((key) => accountOf(key) !== null)),
  read(open) {
    const rules = rulesOf(open);
    const roundingPoint = roundingPointOf(open, rules);
    acceptRules(rules, { revenue: ['gross of discounts'] });
    const [document, ...others] = readDocuments(open, roundingPoint);
    if (document === undefined || others.length > 0) throw new Inexpressible('postings of several invoices');
    const { kind: _kind, lineTaxes: _shared, ...invoice } = document.value;
    const question: PostingsCalculation = {
      ...invoice,
      kind: 'postings',
      steps: postingSteps(open, document.value),
    };
    const key = listKey(open.expect);
    return key === null ? balanceClaims(open, question) : listClaims(open, question, key);
  },
};

function listKey(expect: Fields): string | null {
  const found = ['postings', 'entries', 'journal', 'journalEntries'].find((key) => expect.has(key));
  return found !== undefined && Array.isArray(expect.peek(found)) ? found : null;
}

const accounts: Readonly<Record<string, PostedSide['account']>> = {
  receivable: 'receivables',
  receivables: 'receivables',
  accountsreceivable: 'receivables',
  ar: 'receivables',
  debtors: 'receivables',
  revenue: 'revenue',
  income: 'revenue',
  sales: 'revenue',
  tax: 'tax-payable',
  vat: 'tax-payable',
  taxpayable: 'tax-payable',
  vatpayable: 'tax-payable',
  outputtax: 'tax-payable',
  taxliability: 'tax-payable',
  cash: 'cash',
  bank: 'cash',
  discount: 'discounts',
  discounts: 'discounts',
  customercredit: 'customer-credit',
  customerbalance: 'customer-credit',
  baddebt: 'bad-debt',
  baddebts: 'bad-debt',
};

function accountOf(name: string): PostedSide['account'] | null {
  return accounts[name.toLowerCase().replaceAll(/[^a-z]/g, '')] ?? null;
}

/** All sides of all steps, in whatever order the case has them. */
function listClaims(open: OpenCase, question: PostingsCalculation, key: string): readonly Claim[] {
  const stated = open.expect.list(key).map((entry, index) => {
    const path = `expect.${key}[${index}]`;
    if (!isObject(entry)) throw new Inexpressible(`a posting of this form: ${path}`);
    return statedSide(open.expect.objects(key)[index] ?? open.expect, question.currency);
  });
  const expected = stated.toSorted().join('; ');
  return [
    {
      name: `expect.${key}`,
      expected,
      ...figureOn(question, null, (answer) => sidesOf(answer).map(written).toSorted().join('; ')),
    },
  ];
}

/** `{account, debit}`, `{account, credit}`, or `{account, side, amount}`. */
function statedSide(entry: Fields, currency: string): string {
  const name = entry.text('account');
  const account = accountOf(name);
  if (account === null) throw new Inexpressible(`the account "${name}"`);
  const side = ['debit', 'credit'].find((key) => entry.has(key)) ?? entry.text('side');
  const amount = entry.decimal(entry.has(side) ? side : 'amount');
  return written({ account, side: side as PostedSide['side'], amount: inCurrency(amount, currency) });
}

function inCurrency(amount: string, currency: string): string {
  return fixedText(fractionOf(amount), minorUnitDigits(currency));
}

function written({ account, side, amount }: PostedSide): string {
  return `${account} ${side} ${amount}`;
}

function sidesOf({ invoice, steps }: PostingsAnswer): readonly PostedSide[] {
  return [...invoice, ...steps.flat()];
}

/** An account of what is ours comes to its debits less its credits, one of what we earned or owe to the contrary. */
function balanceClaims({ expect }: OpenCase, question: PostingsCalculation): readonly Claim[] {
  return expect.keys.flatMap((key): readonly Claim[] => {
    const account = accountOf(key);
    if (account === null || typeof expect.peek(key) !== 'string') return [];
    const isOurs = ['receivables', 'cash', 'discounts', 'bad-debt'].includes(account);
    const figure = figureOn(question, question.currency, (answer) => {
      const debits = sidesOf(answer)
        .filter((side) => side.account === account)
        .reduce(
          (sum, { side, amount }) =>
            side === 'debit' ? plus(sum, fractionOf(amount)) : minus(sum, fractionOf(amount)),
          zero,
        );
      return plainText(isOurs ? debits : negated(debits));
    });
    return [{ name: `expect.${key}`, expected: expect.decimal(key), ...figure }];
  });
}

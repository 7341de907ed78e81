import type { DocumentLine } from '../../../model/billing/calculation.ts';
import type { RoundingPoint } from '../../../model/billing/policy-profile.ts';
import { isCurrency } from '../../../model/currency.ts';
import type { Decimal } from '../../../model/decimal.ts';
import { fractionOf, total } from '../../../oracle/fraction.ts';
import { plainText } from '../../../oracle/rounding.ts';
import type { OpenCase } from '../case-reader.ts';
import type { DocumentQuestion } from '../claim.ts';
import type { Scenario } from '../expectations.ts';
import { decimalOf, Fields, isObject } from '../fields.ts';
import { Inexpressible } from '../unreadable.ts';
import { readDiscounts } from './discount-field.ts';
import { readFeeGroups } from './fee-groups.ts';
import { decimalIn, holder, type Scope } from './scope.ts';

/** One document for each situation that the case lays out. */
export function readDocuments(
  open: OpenCase,
  roundingPoint: RoundingPoint,
): readonly Scenario<DocumentQuestion>[] {
  const alone = open.steps.some(({ verb }) => /each (coupon|discount)/.test(verb));
  return scopesOf(open).flatMap((scope): readonly Scenario<DocumentQuestion>[] => {
    const question = readDocument(scope, roundingPoint);
    return alone ? oneForEachDiscount(question) : [{ name: null, value: question }];
  });
}

function oneForEachDiscount(question: DocumentQuestion): readonly Scenario<DocumentQuestion>[] {
  return question.discounts.map((discount) => ({
    name: discount.kind === 'amount' ? 'fixed' : discount.kind,
    value: { ...question, discounts: [discount] },
  }));
}

function readDocument(scope: Scope, roundingPoint: RoundingPoint): DocumentQuestion {
  const currency = holder(scope, 'currency')?.fields.text('currency');
  if (currency === undefined) throw new Inexpressible('amounts without a currency');
  const groups = readFeeGroups(scope);
  const lines = groups?.lines ?? readLines(scope);
  const discounts = readDiscounts(scope, groups?.groups ?? new Map());
  return { kind: 'document', currency, lines, discounts, roundingPoint };
}

/** `cases` and `amounts` lay situations out side by side; a pair is a currency and an amount, or an amount and a rate. */
function scopesOf(open: OpenCase): readonly Scope[] {
  const { given } = open;
  if (given.has('cases')) {
    return given.list('cases').map((entry, index) => {
      if (isObject(entry)) return [given.objects('cases')[index] ?? given, given];
      return [fromPair(entry, `given.cases[${index}]`), given];
    });
  }
  if (given.has('amounts')) {
    return given.decimals('amounts').map((amount) => [taken({ amount }, 'given.amounts'), given]);
  }
  return [[given]];
}

function fromPair(entry: unknown, path: string): Fields {
  if (!Array.isArray(entry) || entry.length !== 2) throw new Inexpressible(`the form of ${path}`);
  const [first, second]: readonly unknown[] = entry;
  const amountLast = typeof first === 'string' && isCurrency(first);
  return amountLast
    ? taken({ currency: first, amount: second }, path)
    : taken({ amount: first, ratePercent: second }, path);
}

function taken(values: Readonly<Record<string, unknown>>, path: string): Fields {
  return new Fields(values, path);
}

function readLines(scope: Scope): readonly DocumentLine[] {
  const taxPercent = sharedTax(scope);
  const list = holder(scope, 'lines');
  if (list === null) {
    const net = decimalIn(scope, 'amount', 'price', 'net');
    if (net === null) throw new Inexpressible('a document without lines or amount');
    return [{ net, taxPercent }];
  }
  return list.fields.list(list.key).map((entry, index) => {
    const path = `${list.fields.path}.lines[${index}]`;
    if (!isObject(entry)) return { net: decimalOf(entry, path), taxPercent };
    const line = list.fields.objects(list.key)[index] ?? list.fields;
    const net = decimalIn([line], 'amount', 'net', 'price');
    if (net === null) throw new Inexpressible(`a line without an amount (${path})`);
    return { net, taxPercent: decimalIn([line], 'ratePercent', 'taxPercent') ?? taxPercent };
  });
}

/** Several taxes on one amount, none of them on another tax, are one tax of their sum. */
function sharedTax(scope: Scope): Decimal {
  const list = holder(scope, 'taxes');
  if (list === null) return decimalIn(scope, 'ratePercent', 'taxPercent') ?? '0';
  const rates = list.fields.objects(list.key).map((tax) => tax.decimal('ratePercent'));
  return plainText(total(rates.map(fractionOf)));
}

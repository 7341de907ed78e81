import type { DocumentLine } from '../../../../model/billing/document-line.ts';
import type { RoundingPoint } from '../../../../model/billing/policy-profile.ts';
import { isCurrency, minorUnitDigits } from '../../../../model/currency.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { dividedBy, fractionOf, plus, times, whole, zero } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText, roundedTo } from '../../../../oracle/arithmetic/rounding.ts';
import type { OpenCase } from '../../case-reader.ts';
import type { DocumentQuestion } from '../../claim.ts';
import type { Scenario } from '../../expectations.ts';
import { decimalOf, Fields, isObject } from '../../fields.ts';
import { rulesOf } from '../../rules.ts';
import { grossWords, taxInsideKeys } from '../../tax-inside.ts';
import { Inexpressible } from '../../unreadable.ts';
import { product } from '../proration/proration-figures.ts';
import { groupsOfLines, readDiscounts, stacked } from './discount-field.ts';
import { readFeeGroups } from './fee-groups.ts';
import { decimalIn, holder, type Scope } from './scope.ts';

/** One document for each situation that the case lays out. */
export function readDocuments(
  open: OpenCase,
  roundingPoint: RoundingPoint,
  only: Scope | null = null,
): readonly Scenario<DocumentQuestion>[] {
  const alone = open.steps.some(({ verb }) => /each (coupon|discount)/.test(verb));
  return (only === null ? scopesOf(open) : [only]).flatMap((scope): readonly Scenario<DocumentQuestion>[] => {
    const question = withWholeFees(open, readDocument(scope, roundingPoint));
    return alone ? oneForEachDiscount(question) : [{ name: null, value: question }];
  });
}

/** Lago rounds each fee and only then the tax of all of them together. */
function withWholeFees(open: OpenCase, question: DocumentQuestion): DocumentQuestion {
  const isStated = rulesOf(open).has('roundAt');
  if (isStated || question.roundingPoint !== 'invoice') return question;
  const digits = minorUnitDigits(question.currency);
  const rounded = (net: Decimal) => plainText(roundedTo(fractionOf(net), digits, 'half-up'));
  return { ...question, lines: question.lines.map((line) => ({ ...line, net: rounded(line.net) })) };
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
  const discounts = stacked(scope, readDiscounts(scope, groups?.groups ?? groupsOfLines(lines.length)));
  return { kind: 'document', currency, lines, discounts, roundingPoint };
}

/** `cases` and `amounts` lay situations out side by side; a tuple is a currency, an amount and a rate, the first or the last left out. */
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
  const parts: readonly unknown[] = Array.isArray(entry) ? entry : [];
  const [first, ...others] = parts;
  const currency = typeof first === 'string' && isCurrency(first) ? { currency: first } : {};
  const [amount, ratePercent, ...more] = 'currency' in currency ? others : parts;
  const isPlain =
    parts.length > 1 && more.length === 0 && ('currency' in currency || ratePercent !== undefined);
  if (!isPlain) throw new Inexpressible(`the form of ${path}`);
  return taken({ ...currency, amount, ...(ratePercent === undefined ? {} : { ratePercent }) }, path);
}

function taken(values: Readonly<Record<string, unknown>>, path: string): Fields {
  return new Fields(values, path);
}

function readLines(scope: Scope): readonly DocumentLine[] {
  const taxPercent = sharedTax(scope);
  const prices = pricesOf(scope);
  const list = holder(scope, 'lines', 'fees', 'items', 'children');
  if (list === null) {
    const net = decimalIn(scope, 'amount', 'price', 'net');
    if (net === null) throw new Inexpressible('a document without lines or amount');
    return [{ net, taxPercent, ...prices }];
  }
  return list.fields.list(list.key).map((entry, index) => {
    const path = `${list.fields.path}.${list.key}[${index}]`;
    if (!isObject(entry)) return { net: decimalOf(entry, path), taxPercent, ...prices };
    const line = list.fields.objects(list.key)[index] ?? list.fields;
    const net = lineAmount(line);
    if (net === null) throw new Inexpressible(`a line without an amount (${path})`);
    return { net, taxPercent: ownTax(line) ?? taxPercent, ...prices };
  });
}

/** An amount, or a quantity of units at a price each. */
function lineAmount(line: Fields): Decimal | null {
  const unit = ['unit', 'unitPrice'].find((key) => line.has(key));
  if (unit !== undefined && line.has('quantity'))
    return product(line.decimal('quantity'), line.decimal(unit));
  const net = decimalIn([line], 'amount', 'net', 'price');
  return net !== null && line.has('quantity') ? product(line.decimal('quantity'), net) : net;
}

/** The tax of one line, where it has its own. */
function ownTax(line: Fields): Decimal | null {
  if (line.has('exempt') && line.raw('exempt') === true) return '0';
  const list = line.has('taxes') ? line.objects('taxes') : null;
  return list === null ? decimalIn([line], 'ratePercent', 'taxPercent') : compoundRate(list);
}

/** The rate that the customer has, whatever is sold to him. */
function customerTax(scope: Scope): Decimal | null {
  const held = holder(scope, 'customer');
  return held === null ? null : ownTax(held.fields.object('customer'));
}

function sharedTax(scope: Scope): Decimal {
  const list = holder(scope, 'taxes');
  if (list === null)
    return decimalIn(scope, 'ratePercent', 'taxPercent', 'customerRatePercent') ?? customerTax(scope) ?? '0';
  return compoundRate(list.fields.objects(list.key));
}

/** Several taxes on one amount are one of their sum; a compound one is a percentage of the price with those before it. */
export function compoundRate(taxes: readonly Fields[]): Decimal {
  const hundred = whole(100);
  const rate = taxes.reduce((before, tax) => {
    for (const name of ['name', 'code', 'country', 'type']) if (tax.has(name)) tax.text(name);
    const own = fractionOf(tax.decimal('ratePercent'));
    const isCompound = tax.has('compound') && tax.raw('compound') === true;
    return plus(before, isCompound ? dividedBy(times(own, plus(hundred, before)), hundred) : own);
  }, zero);
  return plainText(rate);
}

const netWords: readonly unknown[] = [false, 'net', 'exclusive', 'tax exclusive', 'excluded'];

/** Whether the amounts hold their tax: stated beside them, in the rules or with the taxes. */
function pricesOf(scope: Scope): Pick<DocumentLine, 'prices'> {
  const isStatedRules = (fields: Fields) => isObject(fields.peek('rules'));
  const rules = scope.filter(isStatedRules).map((fields) => fields.object('rules'));
  const list = holder(scope, 'taxes');
  const taxes = list === null ? [] : list.fields.objects(list.key);
  const stated = [...scope, ...rules, ...taxes].flatMap((fields) =>
    taxInsideKeys.filter((key) => fields.has(key)).map((key) => fields.raw(key)),
  );
  if (stated.every((word) => netWords.includes(word))) return {};
  if (stated.every((word) => grossWords.includes(word))) return { prices: 'gross' };
  throw new Inexpressible(`prices that are ${JSON.stringify(stated)}`);
}

import type { DocumentDiscount } from '../../../../model/billing/document-line.ts';
import { fractionOf, total } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText } from '../../../../oracle/arithmetic/rounding.ts';
import { type Fields, isObject } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';
import { decimalIn, holder, type Scope } from './scope.ts';

type Groups = ReadonlyMap<string, readonly number[]>;

/** Coupons in their order; a bare `percent` or `fixed` beside an amount is one coupon on all of it. */
export function readDiscounts(scope: Scope, groups: Groups): readonly DocumentDiscount[] {
  const list = holder(scope, 'coupons', 'discounts');
  if (list !== null) {
    return list.fields.objects(list.key).map((coupon) => discountOf([coupon], scopeOf(coupon, groups)));
  }
  const one = holder(scope, 'coupon', 'discount');
  if (one !== null) {
    const coupon = one.fields.object(one.key);
    return [discountOf([coupon], scopeOf(coupon, groups))];
  }
  const ofLines = lineCoupons(scope);
  if (ofLines.length > 0) return ofLines;
  return holder(scope, 'percent', 'fixed') === null ? [] : [discountOf(scope, null)];
}

/** An amount off one line, which stands with the line. */
function lineCoupons(scope: Scope): readonly DocumentDiscount[] {
  const list = holder(scope, 'lines', 'fees', 'items');
  const entries = list === null ? [] : list.fields.peek(list.key);
  if (list === null || !Array.isArray(entries) || !entries.every(isObject)) return [];
  return list.fields.objects(list.key).flatMap((line, index): readonly DocumentDiscount[] => {
    const key = ['coupon', 'discount'].find((name) => line.has(name));
    if (key === undefined) return [];
    return [{ kind: 'amount', amount: line.decimal(key), lines: [index] }];
  });
}

function discountOf(scope: Scope, lines: readonly number[] | null): DocumentDiscount {
  const percent = decimalIn(scope, 'percent');
  if (percent !== null) return { kind: 'percent', percent, lines };
  const amount = decimalIn(scope, 'fixed', 'amount');
  if (amount !== null) return { kind: 'amount', amount, lines };
  throw new Inexpressible('a coupon that is neither a percentage nor a fixed amount');
}

const onOriginal = ['each on the original amount', 'on the original amount', 'original', 'additive'];
const onRest = ['one after the other', 'sequential', 'on what is left', 'multiplicative'];

/** Percentages that are each taken of the price itself come to one of their sum; else each is of what the others leave. */
export function stacked(scope: Scope, discounts: readonly DocumentDiscount[]): readonly DocumentDiscount[] {
  const rules = scope.find((fields) => isObject(fields.peek('rules')))?.object('rules');
  const key = ['stacking', 'couponStacking'].find((name) => rules?.has(name));
  if (rules === undefined || key === undefined) return discounts;
  const stated = rules.text(key).toLowerCase();
  if (onRest.includes(stated)) return discounts;
  const percents = discounts.flatMap((each) =>
    each.kind === 'percent' && each.lines === null ? [each] : [],
  );
  if (!onOriginal.includes(stated) || percents.length !== discounts.length)
    throw new Inexpressible(`the rule ${key} "${stated}"`);
  const percent = plainText(total(percents.map((each) => fractionOf(each.percent))));
  return [{ kind: 'percent', percent, lines: null }];
}

const places = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Of a document without groups: a coupon for "line" can only be meant where there is one. */
export function groupsOfLines(count: number): Groups {
  return new Map(count === 1 ? [['line', [0]]] : []);
}

/** "all", "all fees of s1", "first two fees of s1", "s1", or "line" with its number; null is the whole document. */
function scopeOf(coupon: Fields, groups: Groups): readonly number[] | null {
  if (coupon.has('line')) return [numberedLine(coupon)];
  const scope = coupon.textOr('scope', 'all');
  if (['all', 'invoice', 'document', 'all fees', 'all lines', 'lines'].includes(scope)) return null;
  const line = /^line ([1-9]\d?)$/.exec(scope)?.[1];
  if (line !== undefined) return [Number(line) - 1];
  const match = /^(?:all fees of |first (?:(\w+) )?fees? of )?(\S+)$/.exec(scope);
  const group = groups.get(match?.[2] ?? '');
  if (group === undefined) throw new Inexpressible(`a coupon for "${scope}"`);
  if (!scope.startsWith('first')) return group;
  const word = match?.[1] ?? 'one';
  const count = /^\d+$/.test(word) ? Number(word) : places.indexOf(word) + 1;
  if (count < 1) throw new Inexpressible(`a coupon for "${scope}"`);
  return group.slice(0, count);
}

/** Lines are counted from 1. */
function numberedLine(coupon: Fields): number {
  const scope = coupon.textOr('scope', 'line');
  const line = coupon.count('line');
  if (scope !== 'line' || line < 1) throw new Inexpressible(`a coupon for "${scope}" with the line ${line}`);
  return line - 1;
}

import type { DocumentDiscount } from '../../../model/billing/calculation.ts';
import type { Fields } from '../fields.ts';
import { Inexpressible } from '../unreadable.ts';
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
  return holder(scope, 'percent', 'fixed') === null ? [] : [discountOf(scope, null)];
}

function discountOf(scope: Scope, lines: readonly number[] | null): DocumentDiscount {
  const percent = decimalIn(scope, 'percent');
  if (percent !== null) return { kind: 'percent', percent, lines };
  const amount = decimalIn(scope, 'fixed', 'amount');
  if (amount !== null) return { kind: 'amount', amount, lines };
  throw new Inexpressible('a coupon that is neither a percentage nor a fixed amount');
}

const places = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "all", "all fees of s1", "first two fees of s1", "s1"; null is the whole document. */
function scopeOf(coupon: Fields, groups: Groups): readonly number[] | null {
  const scope = coupon.textOr('scope', 'all');
  if (['all', 'invoice', 'document', 'all fees'].includes(scope)) return null;
  const match = /^(?:all fees of |first (?:(\w+) )?fees? of )?(\S+)$/.exec(scope);
  const group = groups.get(match?.[2] ?? '');
  if (group === undefined) throw new Inexpressible(`a coupon for "${scope}"`);
  if (!scope.startsWith('first')) return group;
  const word = match?.[1] ?? 'one';
  const count = /^\d+$/.test(word) ? Number(word) : places.indexOf(word) + 1;
  if (count < 1) throw new Inexpressible(`a coupon for "${scope}"`);
  return group.slice(0, count);
}

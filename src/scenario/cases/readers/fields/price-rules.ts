import type { PriceModel } from '../../../../model/billing/price.ts';
import type { OpenCase } from '../../case-reader.ts';
import type { Fields } from '../../fields.ts';
import { rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { readPrice } from './price-field.ts';

/** The price of the case, with what its rules say of packages that are not full. */
export function priceOf(open: OpenCase, fields: Fields = open.given.object('price')): PriceModel {
  const price = readPrice(fields);
  const rules = rulesOf(open);
  const held = [rules, fields].flatMap((one) => {
    const names = one === rules ? ruleKeys : priceKeys;
    return names.filter((key) => one.has(key)).map((key) => ({ one, key }));
  })[0];
  if (price.kind !== 'package' || held === undefined) {
    if (price.kind === 'package' && fields.has('divideBy'))
      throw new Inexpressible('the policy setting packageRounding of units that are divided');
    return price;
  }
  const stated = held.one.text(held.key).toLowerCase().replaceAll(/[\s_]/g, '-');
  if (['up', 'charged', 'ceiling', 'ceil'].includes(stated)) return price;
  if (['down', 'free', 'floor', 'not-charged'].includes(stated)) return { ...price, partPackage: 'free' };
  throw new Inexpressible(`the policy setting packageRounding "${stated}"`);
}

const ruleKeys = ['packageRounding', 'partPackage', 'roundPackages'];
const priceKeys = ['rounding', 'round', 'packageRounding', 'partPackage'];

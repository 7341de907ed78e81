import type { PriceModel } from '../../../../model/billing/price.ts';
import type { OpenCase } from '../../case-reader.ts';
import type { Fields } from '../../fields.ts';
import { rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { dividedTiers } from './divided-tiers.ts';
import { readPrice } from './price-field.ts';

/** The price of the case, with what its rules say of packages that are not full. */
export function priceOf(open: OpenCase, fields: Fields = open.given.object('price')): PriceModel {
  const price = readPrice(fields);
  const isDivided = fields.has('divideBy');
  if (price.kind !== 'package' && !(isDivided && 'tiers' in price)) return price;
  const rounding = packageRounding(rulesOf(open), fields);
  if (rounding === null && isDivided)
    throw new Inexpressible('the policy setting packageRounding of units that are divided');
  if (price.kind === 'package') return rounding === 'down' ? { ...price, partPackage: 'free' } : price;
  if (rounding === 'up') return dividedTiers(price, fields.decimal('divideBy'));
  throw new Inexpressible('the policy setting packageRounding "down" of units that tiers price');
}

function packageRounding(rules: Fields, price: Fields): 'up' | 'down' | null {
  const inRules = ruleKeys.find((key) => rules.has(key));
  const inPrice = priceKeys.find((key) => price.has(key));
  if (inRules === undefined && inPrice === undefined) return null;
  const text = inRules === undefined ? price.text(inPrice ?? '') : rules.text(inRules);
  const stated = text.toLowerCase().replaceAll(/[\s_]/g, '-');
  if (['up', 'charged', 'ceiling', 'ceil'].includes(stated)) return 'up';
  if (['down', 'free', 'floor', 'not-charged'].includes(stated)) return 'down';
  throw new Inexpressible(`the policy setting packageRounding "${stated}"`);
}

const ruleKeys = ['packageRounding', 'partPackage', 'roundPackages'];
const priceKeys = ['rounding', 'round', 'packageRounding', 'partPackage'];

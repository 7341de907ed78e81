import type { PriceModel } from '../model/billing/price.ts';
import type { Decimal } from '../model/decimal.ts';
import { type Money, moneyAmount } from '../model/money.ts';
import type { UnitPrice } from './language/money-text.ts';
import type { Table } from './language/table.ts';
import { readTiers } from './story/story-catalog.ts';

export interface PriceIn {
  readonly currency: string;
  readonly price: PriceModel;
}

export function flatFee(amount: Money): PriceIn {
  return { currency: amount.currency, price: { kind: 'flat', amount: moneyAmount(amount) } };
}

export function seatFee(amount: Money): PriceIn {
  return { currency: amount.currency, price: { kind: 'per-unit', unit: moneyAmount(amount) } };
}

export function unitFee({ currency, amount }: UnitPrice): PriceIn {
  return { currency, price: { kind: 'per-unit', unit: amount } };
}

export function tiered(kind: 'graduated' | 'volume' | 'stairstep', table: Table): PriceIn {
  const { currency, tiers } = readTiers(table);
  return { currency, price: { kind, tiers } };
}

export function packaged(amount: Money, packageSize: Decimal): PriceIn {
  const packagePrice = moneyAmount(amount);
  return { currency: amount.currency, price: { kind: 'package', packageSize, packagePrice, freeUnits: '0' } };
}

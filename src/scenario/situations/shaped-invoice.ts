import type { Charge } from '../../model/billing/catalog.ts';
import { addDays, localDate } from '../../model/date.ts';
import { type Money, parseMoney, sumMoney } from '../../model/money.ts';
import type { Capability } from '../../target/capability.ts';
import { castMember } from '../cast.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import { ExpectationFailed, ScenarioDefect } from '../expectation-failed.ts';
import type { World } from '../world.ts';
import type { OpenContract } from './open-contract.ts';

/** The first of thirty days. */
export const shapeStart = localDate('2026-04-01');

/** What a line comes to: before discount and tax, what is taken off, and the tax of the rest. */
export interface ShapedLine {
  readonly net: string;
  readonly discount: string;
  readonly tax: string;
}

/**
 * An invoice of a month of thirty days with two lines. Every amount is worked out by hand and comes out even, also for half
 * of the month, so that no habit of rounding changes it.
 */
export interface Shape {
  readonly name: string;
  readonly needs: readonly Capability[];
  /** One of the cast. */
  readonly customer: string;
  readonly currency: string;
  readonly region?: string;
  readonly taxStatus?: 'exempt';
  readonly prices?: 'net' | 'gross';
  readonly quantity?: string;
  /** One discount after the other, each off what the ones before it left. */
  readonly percentsOff?: readonly string[];
  /** In percent; of books where they have a rate of their own. */
  readonly tax: { readonly usual: string; readonly books?: string };
  readonly seat: Charge;
  readonly support: Charge;
  readonly lines: { readonly seat: ShapedLine; readonly support: ShapedLine };
}

const line = (net: string, tax: string, discount = '0'): ShapedLine => ({ net, discount, tax });
const perUnit = (unit: string, code: string): Charge => ({
  kind: 'recurring',
  code,
  timing: 'advance',
  price: { kind: 'per-unit', unit },
});

export const shapes: readonly Shape[] = [
  {
    name: 'at prices with two taxes in them',
    needs: ['tax.gross-prices', 'tax.categories'],
    customer: 'Kim',
    currency: 'EUR',
    prices: 'gross',
    tax: { usual: '19', books: '7' },
    seat: fee('119.00', 'seat'),
    support: { ...fee('53.50', 'support'), taxCategory: 'books' } as Charge,
    lines: { seat: line('100.00', '19.00'), support: line('50.00', '3.50') },
  },
  {
    name: 'at prices with two taxes in them and a tenth off',
    needs: ['tax.gross-prices', 'tax.categories', 'discount'],
    customer: 'Kim',
    currency: 'EUR',
    prices: 'gross',
    percentsOff: ['10'],
    tax: { usual: '19', books: '7' },
    seat: fee('119.00', 'seat'),
    support: { ...fee('107.00', 'support'), taxCategory: 'books' } as Charge,
    lines: { seat: line('100.00', '17.10', '10.00'), support: line('100.00', '6.30', '10.00') },
  },
  {
    name: 'of somebody who is exempt from tax',
    needs: ['tax.status'],
    customer: 'Acme',
    currency: 'EUR',
    taxStatus: 'exempt',
    tax: { usual: '19' },
    seat: fee('100.00', 'seat'),
    support: fee('40.00', 'support'),
    lines: { seat: line('100.00', '0'), support: line('40.00', '0') },
  },
  {
    name: 'in yen',
    needs: [],
    customer: 'Sakura',
    currency: 'JPY',
    tax: { usual: '10' },
    seat: fee('1000', 'seat'),
    support: fee('340', 'support'),
    lines: { seat: line('1000', '100'), support: line('340', '34') },
  },
  {
    name: 'in dinars',
    needs: [],
    customer: 'Dhow',
    currency: 'KWD',
    tax: { usual: '5' },
    seat: fee('10.040', 'seat'),
    support: fee('2.080', 'support'),
    lines: { seat: line('10.040', '0.502'), support: line('2.080', '0.104') },
  },
  {
    name: 'for three seats',
    needs: ['price.per-unit'],
    customer: 'Acme',
    currency: 'EUR',
    quantity: '3',
    tax: { usual: '20' },
    seat: perUnit('20.00', 'seat'),
    support: perUnit('5.50', 'support'),
    lines: { seat: line('60.00', '12.00'), support: line('16.50', '3.30') },
  },
  {
    name: 'with a tenth off two lines',
    needs: ['discount'],
    customer: 'Acme',
    currency: 'EUR',
    percentsOff: ['10'],
    tax: { usual: '20' },
    seat: fee('90.00', 'seat'),
    support: fee('20.00', 'support'),
    lines: { seat: line('90.00', '16.20', '9.00'), support: line('20.00', '3.60', '2.00') },
  },
  {
    name: 'with a tenth off, and then a fifth',
    needs: ['discount'],
    customer: 'Acme',
    currency: 'EUR',
    percentsOff: ['10', '20'],
    tax: { usual: '20' },
    seat: fee('100.00', 'seat'),
    support: fee('50.00', 'support'),
    lines: { seat: line('100.00', '14.40', '28.00'), support: line('50.00', '7.20', '14.00') },
  },
  {
    name: 'of a large company, with a tenth off',
    needs: ['discount'],
    customer: 'Globex',
    currency: 'USD',
    percentsOff: ['10'],
    tax: { usual: '20' },
    seat: fee('12340000.00', 'seat'),
    support: fee('25600000.00', 'support'),
    lines: {
      seat: line('12340000.00', '2221200.00', '1234000.00'),
      support: line('25600000.00', '4608000.00', '2560000.00'),
    },
  },
  {
    name: 'in a state with a tax of its own',
    needs: ['tax.place'],
    customer: 'Globex',
    currency: 'USD',
    region: 'CA',
    tax: { usual: '7.5' },
    seat: fee('100.00', 'seat'),
    support: fee('40.00', 'support'),
    lines: { seat: line('100.00', '7.50'), support: line('40.00', '3.00') },
  },
];

/** Its customer with the one invoice; the prices of last year were others, as those from the fifth day on will be. */
export async function shapedInvoice(world: World, shape: Shape): Promise<OpenContract> {
  const {
    customer: name,
    currency,
    region = null,
    prices = 'net',
    quantity = '1',
    percentsOff = [],
    taxStatus,
  } = shape;
  const member = castMember(name);
  if (member === null) throw new ScenarioDefect(`"${name}" is not in the cast.`);
  const { country, timeZone } = member;
  const session = await world.target(shapeStart);
  const rate = { country, from: localDate('2020-01-01') };
  await session.setTaxRate({
    ...rate,
    ratePercent: shape.tax.usual,
    ...(region === null ? {} : { region }),
  });
  if (shape.tax.books !== undefined)
    await session.setTaxRate({ ...rate, ratePercent: shape.tax.books, category: 'books' });
  const plan = monthlyPlan('shaped', [shape.seat, shape.support], { currency, prices });
  if (world.can('price.versions')) {
    const others = [fee('7', 'seat'), { ...shape.support, price: { kind: 'flat', amount: '3' } } as Charge];
    await session.publish({ ...plan, charges: others });
    await session.publish({ ...plan, effectiveFrom: shapeStart });
    await session.publish({ ...plan, charges: others, effectiveFrom: addDays(shapeStart, 4) });
  } else await session.publish(plan);
  const place = { ...(region === null ? {} : { region }), ...(taxStatus === undefined ? {} : { taxStatus }) };
  const { id: customerId } = await session.createCustomer({
    key: `${world.checkId}-customer`,
    name,
    country,
    currency,
    timeZone,
    ...place,
  });
  for (const [index, percent] of percentsOff.entries())
    await session.redeemDiscount(customerId, { code: `less-${index + 1}`, kind: 'percent', percent });
  const order = { plan: 'shaped', start: shapeStart, quantity, billing: 'anniversary' } as const;
  const subscription = await session.subscribe({ key: `${world.checkId}-order`, customerId, ...order });
  const [invoice] = await session.invoices(customerId);
  if (invoice === undefined)
    throw new ExpectationFailed(['Found no invoice on the first day of two fees in advance, expected one.']);
  return { session, customerId, subscription };
}

export interface ShapedSums {
  readonly subtotal: Money;
  readonly discount: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** What these lines of the shape come to together. */
export function sumsOf({ lines, currency }: Shape, charges: readonly (keyof Shape['lines'])[]): ShapedSums {
  const sum = (part: keyof ShapedLine) =>
    sumMoney(
      charges.map((charge) => parseMoney(lines[charge][part], currency)),
      currency,
    );
  const [subtotal, discount, tax] = [sum('net'), sum('discount'), sum('tax')];
  const amountMinor = subtotal.amountMinor - discount.amountMinor + tax.amountMinor;
  return { subtotal, discount, tax, total: { currency, amountMinor } };
}

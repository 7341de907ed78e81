import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { NewCustomer } from '../../model/billing/customer.ts';
import type { Invoice } from '../../model/billing/invoice.ts';
import { parseMoney } from '../../model/money.ts';
import { type ContractClause, type ContractWorld, requireMoney, requireThat } from './clause.ts';
import { firstDay, flatPlan } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

interface Sale {
  readonly plan: PlanVersion;
  readonly customer?: Partial<NewCustomer>;
  /** The rate of Germany, for charges of the category where it names one. */
  readonly ratePercent: string;
  readonly category?: string;
  readonly isFromGermany?: boolean;
}

/** One sale of a plan on 1 January, and its invoice. */
async function sold(world: ContractWorld, key: string, sale: Sale): Promise<Invoice> {
  const session = await world.open(key, firstDay);
  if (sale.isFromGermany === true) await session.setSeller({ country: 'DE', region: null });
  const { ratePercent, category } = sale;
  const rate = { country: 'DE', ratePercent, from: firstDay };
  await session.setTaxRate(category === undefined ? rate : { ...rate, category });
  await session.publish(sale.plan);
  const customer = await session.createCustomer({
    key: `${key}-customer`,
    name: 'Tax',
    country: 'DE',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    ...sale.customer,
  });
  const order = { key, customerId: customer.id, plan: sale.plan.plan, quantity: '1' };
  await session.subscribe({ ...order, start: firstDay, billing: 'anniversary' });
  const [invoice] = await session.invoices(customer.id);
  requireThat(invoice !== undefined, 'invoices: found none, expected one.');
  return invoice;
}

const fee = (code: string, amount: string) =>
  ({ kind: 'recurring', code, timing: 'advance', price: { kind: 'flat', amount } }) as const;

/** Which tax a bill carries. */
export const taxClauses: readonly ContractClause[] = [
  {
    promise: "adds the tax of the customer's country",
    needs: ['price.flat', 'tax'],
    verify: async (world) => {
      const invoice = await sold(world, 'tax-rate', { plan: flatPlan, ratePercent: '20' });
      requireMoney('tax, 20 % of 30.00', invoice.tax, eur('6.00'));
      requireMoney('total', invoice.total, eur('36.00'));
    },
  },
  {
    promise: 'rounds tax by the line or by the invoice, as its profile says',
    needs: ['price.flat', 'tax'],
    habits: ['roundingPoint'],
    verify: async (world) => {
      const plan = { ...flatPlan, charges: [fee('one', '1.03'), fee('two', '1.03')] };
      const { tax } = await sold(world, 'tax-rounding', { plan, ratePercent: '19' });
      const { roundingMode, roundingPoint } = world.description.profile;
      // 19 % of 1.03 is 0.1957, of 2.06 it is 0.3914.
      const byLine = roundingMode === 'down' ? '0.38' : '0.40';
      const byInvoice = roundingMode === 'up' ? '0.40' : '0.39';
      requireMoney('19 % of two lines of 1.03', tax, eur(roundingPoint === 'line' ? byLine : byInvoice));
    },
  },
  {
    promise: 'leaves the tax to a business across a border within the European Union',
    needs: ['price.flat', 'tax', 'tax.place'],
    verify: async (world) => {
      const customer = { country: 'FR', vatId: 'FR40303265045', timeZone: 'Europe/Paris' };
      const sale = { plan: flatPlan, ratePercent: '19', customer, isFromGermany: true };
      const invoice = await sold(world, 'tax-place', sale);
      requireMoney('tax that the customer owes himself', invoice.tax, eur('0.00'));
      requireMoney('total', invoice.total, eur('30.00'));
    },
  },
  {
    promise: 'taxes a charge at the rate of its category',
    needs: ['price.flat', 'tax', 'tax.categories'],
    verify: async (world) => {
      const plan = { ...flatPlan, charges: [{ ...fee('fee', '30.00'), taxCategory: 'books' }] };
      const sale = { plan, ratePercent: '10', category: 'books' };
      requireMoney('10 % of 30.00', (await sold(world, 'tax-category', sale)).tax, eur('3.00'));
    },
  },
  {
    promise: 'finds the tax within a price that holds it',
    needs: ['price.flat', 'tax', 'tax.gross-prices'],
    verify: async (world) => {
      const plan = { ...flatPlan, prices: 'gross' as const, charges: [fee('fee', '36.00')] };
      const invoice = await sold(world, 'tax-gross', { plan, ratePercent: '20' });
      requireMoney('20 % within 36.00', invoice.tax, eur('6.00'));
      requireMoney('total', invoice.total, eur('36.00'));
    },
  },
];

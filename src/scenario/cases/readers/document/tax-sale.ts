import type { TaxRate } from '../../../../model/billing/customer.ts';
import type { TaxParty, TaxPlace } from '../../../../model/billing/tax.ts';
import { localDate } from '../../../../model/date.ts';
import type { Decimal } from '../../../../model/decimal.ts';
import { answer } from '../../../../oracle/answer.ts';
import { referenceProfile } from '../../../../oracle/reference-profile.ts';
import { begins, type CaseReader } from '../../case-reader.ts';
import { type Figure, figureOn, type TaxQuestion } from '../../claim.ts';
import { claimsFor, type Scenario } from '../../expectations.ts';
import type { Fields } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';
import { holder, type Scope } from '../fields/scope.ts';

/** Who is taxed at all, and by the rate of which place. */
export const taxSaleReader: CaseReader = {
  name: 'tax sale',
  fits(open) {
    const { given } = open;
    if (!begins(open, 'tax', 'invoice', 'calculate', 'compute')) return false;
    return (
      Array.isArray(given.peek('rules')) ||
      given.has('seller') ||
      typeof given.peek('customer') === 'string' ||
      hasBuyers(given)
    );
  },
  read(open) {
    const scopes: readonly Scope[] = open.given.has('cases')
      ? open.given.objects('cases').map((one) => [one, open.given])
      : [[open.given]];
    const sales = scopes.map((scope): Scenario<TaxQuestion> => ({ name: null, value: readSale(scope) }));
    return claimsFor(open.expect, sales, saleFigure);
  },
};

function hasBuyers(given: Fields): boolean {
  const cases = given.peek('cases');
  return (
    Array.isArray(cases) &&
    cases.some((one: unknown) => typeof one === 'object' && one !== null && 'customer' in one)
  );
}

function readSale(scope: Scope): TaxQuestion {
  const currency = holder(scope, 'currency')?.fields.text('currency');
  if (currency === undefined) throw new Inexpressible('amounts without a currency');
  const { seller, customer } = readParties(scope);
  const question: TaxQuestion = {
    kind: 'tax',
    currency,
    lines: readNets(scope).map((net) => ({ net, category: null })),
    on: localDate('2026-01-01'),
    rates: readRates(scope, customer, seller),
    seller,
    customer,
    prices: 'net',
  };
  const isRateStated = holder(scope, 'rules', 'ratePercent', 'taxPercent') !== null;
  if (!isRateStated && isTaxed(question)) throw new Inexpressible('the rate of a tax, which is not stated');
  return question;
}

function isTaxed(question: TaxQuestion): boolean {
  const right = answer(question, referenceProfile).answer;
  return right.kind === 'tax' && right.lines.some(({ treatment }) => treatment === 'taxed');
}

function readNets(scope: Scope): readonly Decimal[] {
  const lines = holder(scope, 'lines');
  if (lines !== null) return lines.fields.decimals('lines');
  const amount = holder(scope, 'amount', 'net');
  if (amount === null) throw new Inexpressible('a sale without amounts');
  return [amount.fields.decimal(amount.key)];
}

/** Without any rate stated there is one at which nothing that must not be taxed is taxed by mistake. */
function readRates(scope: Scope, customer: TaxParty, seller: TaxPlace): readonly TaxRate[] {
  const list = holder(scope, 'rules');
  const from = localDate('2000-01-01');
  if (list === null) {
    const one = holder(scope, 'ratePercent', 'taxPercent');
    const ratePercent = one === null ? '20' : one.fields.decimal(one.key);
    // A rate that is the seller's own is not that of a country outside the union.
    const country = customer.country === 'US' && seller.country !== 'US' ? seller.country : customer.country;
    return [{ country, ratePercent, from }];
  }
  return list.fields.objects('rules').map((rule) => ({
    country: rule.text('country'),
    region: rule.textOr('region', null),
    ratePercent: rule.decimal('ratePercent'),
    from,
  }));
}

/** A customer of whom only his kind is told is where the seller is, unless that kind is abroad. */
function readParties(scope: Scope): { readonly seller: TaxPlace; readonly customer: TaxParty } {
  const told = holder(scope, 'seller')?.fields.text('seller') ?? 'DE';
  const seller = placeOf(told);
  const held = holder(scope, 'customer');
  if (held === null) return { seller, customer: { ...seller, status: 'standard', vatId: null } };
  const kind = held.fields.text('customer');
  if (placeForm.test(kind))
    return { seller, customer: { ...placeOf(kind), status: 'standard', vatId: null } };
  return { seller, customer: buyerOf(kind.toLowerCase(), seller) };
}

/** A number that counts for nothing, as engines say it that check numbers. */
const withoutId =
  /\b(no|without|invalid|unverified|empty|missing|malformed)\b|\bnot (valid|verified|checked)\b/;

function buyerOf(kind: string, seller: TaxPlace): TaxParty {
  if (/outside( the)? eu|non-eu|third country/.test(kind))
    return { country: 'US', region: null, status: 'standard', vatId: null };
  if (/\bexempt\b/.test(kind)) return { ...seller, status: 'exempt', vatId: null };
  const abroad = /other eu country|another eu|cross-border/.test(kind);
  const isBusiness = /\bb2b\b|business/.test(kind);
  if (!abroad && !isBusiness && !/\bb2c\b|private|consumer|domestic|same country/.test(kind))
    throw new Inexpressible(`a customer of the kind "${kind}"`);
  const place = abroad ? { country: seller.country === 'FR' ? 'DE' : 'FR', region: null } : seller;
  const hasId = isBusiness && /\bvat (id|number)/.test(kind) && !withoutId.test(kind);
  return { ...place, status: 'standard', vatId: hasId ? `${place.country}123456789` : null };
}

const placeForm = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

function placeOf(text: string): TaxPlace {
  if (!placeForm.test(text)) throw new Inexpressible(`the place "${text}", expected such as DE or US-CA`);
  const [country = '', region = null] = text.split('-');
  return { country, region };
}

function saleFigure(question: TaxQuestion, key: string): Figure | null {
  const { currency } = question;
  if (key === 'tax') return figureOn(question, currency, ({ tax }) => tax);
  if (key === 'total') return figureOn(question, currency, ({ total }) => total);
  if (key === 'ratePercent' || key === 'rate')
    return figureOn(question, null, ({ lines }) => lines[0]?.ratePercent ?? null);
  if (key !== 'reason') return null;
  return figureOn(question, null, ({ lines }) => {
    const treatment = lines[0]?.treatment;
    return treatment === undefined ? null : reasons[treatment];
  });
}

const reasons = {
  taxed: 'taxed',
  exempt: 'tax exempt',
  'reverse-charge': 'reverse charge',
  'no-tax': 'no tax',
} as const;

import type { PlanVersion } from '../../../model/billing/catalog.ts';
import type { CurrencyCode } from '../../../model/currency.ts';
import type { LocalDate } from '../../../model/date.ts';

/** What a version charges for without a price for customers who pay in the currency. */
export interface MissingPrice {
  readonly effectiveFrom: LocalDate;
  /** The code of the charge or of one of its buckets; for a minimum, that of the charge. */
  readonly charge: string;
  readonly currency: CurrencyCode;
}

/**
 * Prices that a plan would lack with this version, for customers whom it was ever sold to. A currency stays: from the version
 * that brings it on, each version has a price in it for all that it charges for.
 */
export function missingPrices(of: {
  readonly published: readonly PlanVersion[];
  readonly version: PlanVersion;
}): readonly MissingPrice[] {
  const sold = new Set<CurrencyCode>();
  const versions = [...of.published, of.version].toSorted((a, b) =>
    a.effectiveFrom < b.effectiveFrom ? -1 : 1,
  );
  return versions.flatMap((version) => {
    for (const currency of currenciesOf(version)) sold.add(currency);
    return [...sold].flatMap((currency) => missingIn(version, currency));
  });
}

export function currenciesOf({ currency, otherCurrencies = [] }: PlanVersion): readonly CurrencyCode[] {
  return [currency, ...otherCurrencies.map((other) => other.currency)];
}

/** A further currency has prices of charges alone, so that buckets and minima are sold in the plan's own currency only. */
function missingIn(version: PlanVersion, currency: CurrencyCode): readonly MissingPrice[] {
  const { effectiveFrom } = version;
  if (version.currency === currency) return [];
  const listed = version.otherCurrencies?.find((other) => other.currency === currency)?.prices ?? [];
  return version.charges.flatMap((charge) => {
    const isPriced = listed.some((price) => price.charge === charge.code);
    const buckets = charge.kind === 'usage' ? (charge.buckets ?? []).map(({ code }) => code) : [];
    const hasMinimum = charge.kind === 'usage' && charge.minimum !== undefined;
    return [...(isPriced && !hasMinimum ? [] : [charge.code]), ...buckets].map((code) => ({
      effectiveFrom,
      charge: code,
      currency,
    }));
  });
}

import type { CurrencyCode } from '../currency.ts';
import type { LocalDate } from '../date.ts';
import type { Decimal } from '../decimal.ts';
import type { CouponValue } from './coupon.ts';
import type { TaxRate } from './customer.ts';
import type { DocumentDiscount } from './document-line.ts';
import type { TaxParty, TaxPlace, TaxTreatment } from './tax.ts';

/** Questions about who owes which tax, and how long coupons and credit last. Amounts are major units as decimals. */
export type TaxCalculation =
  | {
      /** One sale: whether it is taxed, and at what rate, line by line. */
      readonly kind: 'tax';
      readonly currency: CurrencyCode;
      readonly lines: readonly { readonly net: Decimal; readonly category: string | null }[];
      /** The day that picks the rates. */
      readonly on: LocalDate;
      readonly rates: readonly TaxRate[];
      readonly seller: TaxPlace;
      readonly customer: TaxParty;
      readonly prices: 'net' | 'gross';
    }
  | {
      /** The invoices of one customer in their order, before tax, and a coupon that he redeemed before the first. */
      readonly kind: 'coupon-series';
      readonly currency: CurrencyCode;
      readonly invoices: readonly Decimal[];
      readonly coupon: {
        readonly value: CouponValue;
        readonly invoicesMax: number | null;
        /** Of an amount, what an invoice was too small for: gone, or left for the next one until nothing is. Absent: lost. */
        readonly rest?: 'lost' | 'kept' | undefined;
      };
    }
  | {
      /** An invoice without tax: coupons in their order, then prepaid credit for what they leave. */
      readonly kind: 'credited-document';
      readonly currency: CurrencyCode;
      readonly lines: readonly Decimal[];
      readonly discounts: readonly DocumentDiscount[];
      readonly credit: Decimal;
    };

export type TaxCalculationAnswer =
  | {
      readonly kind: 'tax';
      readonly lines: readonly {
        readonly tax: Decimal;
        readonly ratePercent: Decimal;
        readonly treatment: TaxTreatment;
      }[];
      readonly tax: Decimal;
      readonly total: Decimal;
    }
  | {
      readonly kind: 'coupon-series';
      readonly invoices: readonly { readonly discount: Decimal; readonly total: Decimal }[];
    }
  | {
      readonly kind: 'credited-document';
      readonly discount: Decimal;
      readonly credits: Decimal;
      readonly total: Decimal;
    };

import type { CurrencyCode } from '../currency.ts';
import type { Decimal } from '../decimal.ts';
import type { DocumentDiscount, DocumentLine } from './document-line.ts';
import type { RoundingPoint } from './policy-profile.ts';

/** Questions about what is given back, and about credit that is used. Amounts are major units as decimals. */
export type CreditCalculation =
  | {
      /** Credit notes of one invoice, in their order; each names parts of lines, before tax. */
      readonly kind: 'credit-notes';
      readonly currency: CurrencyCode;
      readonly lines: readonly DocumentLine[];
      readonly notes: readonly (readonly { readonly line: number; readonly net: Decimal }[])[];
      readonly roundingPoint: RoundingPoint;
    }
  | {
      /** What an invoice that is voided gives back. */
      readonly kind: 'void';
      readonly currency: CurrencyCode;
      readonly total: Decimal;
      readonly paid: Decimal;
      /** Prepaid credit that was used on it. */
      readonly prepaid: Decimal;
      readonly refunded: Decimal;
      /** What is to be given back, as credit and as money; null is all that is left. */
      readonly given: { readonly credit: Decimal; readonly refund: Decimal } | null;
    }
  | {
      /** What happens to one wallet, step by step. */
      readonly kind: 'wallet';
      readonly currency: CurrencyCode;
      /** What one credit is worth. */
      readonly rate: Decimal;
      readonly credits: Decimal;
      readonly steps: readonly WalletStep[];
    };

/**
 * convert: how many credits an amount buys, cut to whole minor units; nothing moves. buy: as many of the credits asked for as
 * whole minor units pay for. add: credits given, whatever they are worth.
 */
export type WalletStep =
  | { readonly kind: 'convert'; readonly amount: Decimal }
  | { readonly kind: 'take'; readonly credits: Decimal }
  | { readonly kind: 'buy'; readonly credits: Decimal }
  | { readonly kind: 'add'; readonly credits: Decimal }
  | {
      readonly kind: 'invoice';
      readonly lines: readonly DocumentLine[];
      readonly discounts: readonly DocumentDiscount[];
      readonly roundingPoint: RoundingPoint;
      /** Positions of the lines that the wallet may be used on; null is all. */
      readonly eligible: readonly number[] | null;
    };

export type CreditCalculationAnswer =
  | {
      readonly kind: 'credit-notes';
      readonly invoiceTax: Decimal;
      readonly invoiceTotal: Decimal;
      readonly notes: readonly { readonly net: Decimal; readonly tax: Decimal; readonly total: Decimal }[];
      readonly sum: Decimal;
    }
  | {
      readonly kind: 'void';
      /** Money and credit that came in for the invoice. */
      readonly funded: Decimal;
      readonly givenBack: Decimal;
      /** With what was refunded before. */
      readonly givenBackInAll: Decimal;
      /** The part of the invoice that nobody gets back. */
      readonly forgone: Decimal;
    }
  | {
      readonly kind: 'wallet';
      readonly steps: readonly WalletStepAnswer[];
    };

export interface WalletStepAnswer {
  /** Money that the step moved or names, and as how many credits. */
  readonly amount: Decimal;
  readonly credits: Decimal;
  /** What the wallet holds after it. */
  readonly creditsLeft: Decimal;
  readonly balanceLeft: Decimal;
  /** Of the invoice; null for other steps. */
  readonly invoice: { readonly discount: Decimal; readonly total: Decimal; readonly due: Decimal } | null;
}

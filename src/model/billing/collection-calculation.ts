import type { CurrencyCode } from '../currency.ts';
import type { LocalDate } from '../date.ts';
import type { Decimal } from '../decimal.ts';
import type { DunningPolicy } from './dunning.ts';

/** Questions about what is owed, and how it is asked for. Amounts are major units as decimals. */
export type CollectionCalculation =
  | {
      /** What one account owes after each step. Credit of the account is used on whatever is open, oldest first. */
      readonly kind: 'account';
      readonly currency: CurrencyCode;
      /** What a refund without a credit note does to the invoice that was paid. */
      readonly refunds: 'reopen-invoice' | 'leave-invoice-paid';
      readonly steps: readonly AccountStep[];
    }
  | {
      /** Who is asked for what on which day, when every charge is declined and nothing else is paid. */
      readonly kind: 'dunning';
      readonly currency: CurrencyCode;
      readonly invoices: readonly {
        readonly issueDate: LocalDate;
        readonly amount: Decimal;
        /** From that day on nothing is due; absent: never paid. */
        readonly paidOn?: LocalDate | undefined;
      }[];
      readonly termDays: number;
      readonly firstAttempt: DunningPolicy['firstAttempt'];
      readonly retryDays: readonly number[];
      readonly ageFrom: DunningPolicy['ageFrom'];
      readonly levels: readonly { readonly name: string; readonly afterDays: number }[];
      readonly threshold: Decimal | null;
      /** Requests for all that is overdue; null for none. A request comes when more than so many days passed since the last. */
      readonly requests: { readonly attemptsMax: number; readonly daysBetween: number } | null;
      /** In their order. */
      readonly days: readonly LocalDate[];
    };

/** Invoices are told by their place among those of the account, from 0. */
export type AccountStep =
  | { readonly kind: 'invoice'; readonly amount: Decimal }
  /** Of the invoice, or of the oldest where it names none; null is all that is due. */
  | { readonly kind: 'payment'; readonly invoice: number | null; readonly amount: Decimal | null }
  | { readonly kind: 'credit'; readonly amount: Decimal }
  | { readonly kind: 'refund'; readonly invoice: number; readonly amount: Decimal };

export type CollectionCalculationAnswer =
  | {
      readonly kind: 'account';
      readonly steps: readonly {
        /** Of each invoice so far. */
        readonly dues: readonly Decimal[];
        /** Not used yet. */
        readonly credit: Decimal;
        /** All dues less the credit. */
        readonly account: Decimal;
        /** Money that came, or went back below zero. */
        readonly moved: Decimal;
      }[];
    }
  | {
      readonly kind: 'dunning';
      readonly dueDates: readonly LocalDate[];
      /** When the first invoice is charged, and charged again. */
      readonly attempts: readonly LocalDate[];
      readonly days: readonly {
        /** Null is clear. */
        readonly level: string | null;
        /** Until this day, in all. */
        readonly requests: number;
        /** What the last request asked for; zero before the first. */
        readonly requested: Decimal;
      }[];
    };

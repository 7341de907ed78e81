import type { Calculation } from '../../model/billing/calculation.ts';
import type { CustomerHistory } from './customer-history.ts';

/** What a check puts to the target: what befalls a customer, one question, or what is done with money that is owed. */
export type Played =
  | { readonly kind: 'history'; readonly history: CustomerHistory }
  | { readonly kind: 'question'; readonly question: Calculation }
  | { readonly kind: 'money'; readonly acts: readonly string[] };

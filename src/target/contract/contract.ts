import { accessClauses } from './access-clauses.ts';
import { bankClauses } from './bank-clauses.ts';
import { billingClauses } from './billing-clauses.ts';
import { booksClauses } from './books-clauses.ts';
import type { ContractClause } from './clause.ts';
import { couponClauses } from './coupon-clauses.ts';
import { creditClauses } from './credit-clauses.ts';
import { exchangeClauses } from './exchange-clauses.ts';
import { moneyClauses } from './money-clauses.ts';
import { paymentClauses } from './payment-clauses.ts';
import { subscriptionClauses } from './subscription-clauses.ts';
import { usageClauses } from './usage-clauses.ts';
import { worldClauses } from './world-clauses.ts';

/** What every driver promises, in the order in which one is best written. Clauses of absent capabilities are skipped by name. */
export const contract: readonly ContractClause[] = [
  ...worldClauses,
  ...billingClauses,
  ...subscriptionClauses,
  ...moneyClauses,
  ...usageClauses,
  ...paymentClauses,
  ...bankClauses,
  ...booksClauses,
  ...exchangeClauses,
  ...accessClauses,
  ...creditClauses,
  ...couponClauses,
];

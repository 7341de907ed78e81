import { accessClauses } from './access-clauses.ts';
import { bankClauses } from './bank-clauses.ts';
import { billingClauses } from './billing-clauses.ts';
import { booksClauses } from './books-clauses.ts';
import type { ContractClause } from './clause.ts';
import { collectionClauses } from './collection-clauses.ts';
import { couponClauses } from './coupon-clauses.ts';
import { creditClauses } from './credit-clauses.ts';
import { draftClauses } from './draft-clauses.ts';
import { exchangeClauses } from './exchange-clauses.ts';
import { moneyClauses } from './money-clauses.ts';
import { neighbourClauses } from './neighbour-clauses.ts';
import { orderClauses } from './order-clauses.ts';
import { paymentClauses } from './payment-clauses.ts';
import { previewClauses } from './preview-clauses.ts';
import { previewHabitClauses } from './preview-habit-clauses.ts';
import { priceClauses } from './price-clauses.ts';
import { subscriptionClauses } from './subscription-clauses.ts';
import { taxClauses } from './tax-clauses.ts';
import { usageClauses } from './usage-clauses.ts';
import { versionClauses } from './version-clauses.ts';
import { worldClauses } from './world-clauses.ts';

/** What every driver promises, in the order in which one is best written. Clauses of absent capabilities are skipped by name. */
export const contract: readonly ContractClause[] = [
  ...worldClauses,
  ...billingClauses,
  ...draftClauses,
  ...versionClauses,
  ...subscriptionClauses,
  ...orderClauses,
  ...moneyClauses,
  ...usageClauses,
  ...priceClauses,
  ...taxClauses,
  ...paymentClauses,
  ...collectionClauses,
  ...bankClauses,
  ...booksClauses,
  ...exchangeClauses,
  ...accessClauses,
  ...creditClauses,
  ...couponClauses,
  ...neighbourClauses,
  ...previewClauses,
  ...previewHabitClauses,
];

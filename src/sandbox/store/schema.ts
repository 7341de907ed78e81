import { accessTables } from './tables/access.ts';
import { bankTables } from './tables/bank.ts';
import { catalogTables } from './tables/catalog.ts';
import { claimsTables } from './tables/claims.ts';
import { closedPeriodsTables } from './tables/closed-periods.ts';
import { closingsTables } from './tables/closings.ts';
import { couponsTables } from './tables/coupons.ts';
import { creditNotesTables } from './tables/credit-notes.ts';
import { creditsTables } from './tables/credits.ts';
import { customersTables } from './tables/customers.ts';
import { draftsTables } from './tables/drafts.ts';
import { dunningTables } from './tables/dunning.ts';
import { exchangeTables } from './tables/exchange.ts';
import { gatewayTables } from './tables/gateway.ts';
import { invoicesTables } from './tables/invoices.ts';
import { ledgerTables } from './tables/ledger.ts';
import { legalEntitiesTables } from './tables/legal-entities.ts';
import { neighboursTables } from './tables/neighbours.ts';
import { paymentsTables } from './tables/payments.ts';
import { policiesTables } from './tables/policies.ts';
import { refundsTables } from './tables/refunds.ts';
import { subscriptionsTables } from './tables/subscriptions.ts';
import { taxesTables } from './tables/taxes.ts';
import { tenantsTables } from './tables/tenants.ts';
import { thresholdsTables } from './tables/thresholds.ts';
import { usageTables } from './tables/usage.ts';
import { walletsTables } from './tables/wallets.ts';
import { webhooksTables } from './tables/webhooks.ts';
import { writesTables } from './tables/writes.ts';

const tables = [
  tenantsTables,
  policiesTables,
  customersTables,
  couponsTables,
  taxesTables,
  catalogTables,
  subscriptionsTables,
  usageTables,
  closingsTables,
  thresholdsTables,
  claimsTables,
  invoicesTables,
  draftsTables,
  paymentsTables,
  bankTables,
  creditsTables,
  creditNotesTables,
  walletsTables,
  gatewayTables,
  dunningTables,
  refundsTables,
  ledgerTables,
  exchangeTables,
  closedPeriodsTables,
  legalEntitiesTables,
  accessTables,
  writesTables,
  webhooksTables,
  neighboursTables,
];

/** `executions` and `writes` stay when the tenant goes. */
export const schema = tables.map(({ sql }) => sql).join('');

/** All tables that hold rows of a tenant, for its removal. */
export const tenantTables: readonly string[] = tables.flatMap(({ ofTenant }) => ofTenant);

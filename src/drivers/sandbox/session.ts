import type { TargetSession } from '../../target/session.ts';
import type { HttpClient } from '../http-client.ts';
import { SandboxCalls, type SandboxWorld } from './calls.ts';
import { lookupKey } from './lookup-key.ts';
import { accessVerbs } from './verbs/access.ts';
import { actPreviewVerbs } from './verbs/act-preview.ts';
import { bankVerbs } from './verbs/bank.ts';
import { booksVerbs } from './verbs/books.ts';
import { catalogVerbs } from './verbs/catalog.ts';
import { chargeVerbs } from './verbs/charge.ts';
import { clockVerbs } from './verbs/clock.ts';
import { collectionVerbs } from './verbs/collection.ts';
import { couponVerbs } from './verbs/coupon.ts';
import { creditNoteVerbs } from './verbs/credit-note.ts';
import { customerVerbs } from './verbs/customer.ts';
import { draftVerbs } from './verbs/draft.ts';
import { dunningVerbs } from './verbs/dunning.ts';
import { effortVerbs } from './verbs/effort.ts';
import { exchangeVerbs } from './verbs/exchange.ts';
import { exportVerbs } from './verbs/export.ts';
import { gatewayVerbs } from './verbs/gateway.ts';
import { holdVerbs } from './verbs/hold.ts';
import { invoiceVerbs } from './verbs/invoice.ts';
import { ledgerVerbs } from './verbs/ledger.ts';
import { legalEntityVerbs } from './verbs/legal-entity.ts';
import { lineCreditVerbs } from './verbs/line-credit.ts';
import { loadVerbs } from './verbs/load.ts';
import { neighbourVerbs } from './verbs/neighbour.ts';
import { paymentVerbs } from './verbs/payment.ts';
import { priceListVerbs } from './verbs/price-list.ts';
import { subscriptionVerbs } from './verbs/subscription.ts';
import { taxVerbs } from './verbs/tax.ts';
import { thresholdVerbs } from './verbs/threshold.ts';
import { usageVerbs } from './verbs/usage.ts';
import { voidVerbs } from './verbs/void.ts';
import { walletVerbs } from './verbs/wallet.ts';
import { webhookVerbs } from './verbs/webhook.ts';
import { webhookDrillVerbs } from './verbs/webhook-drill.ts';
import { webhookLogVerbs } from './verbs/webhook-log.ts';
import { withdrawalVerbs } from './verbs/withdrawal.ts';

/** A tenant of the sandbox and all that can be asked of it. */
export function sandboxSession(world: SandboxWorld, client: HttpClient): TargetSession {
  const calls = new SandboxCalls(world, client);
  return {
    handle: JSON.stringify({ tenantId: world.tenantId, apiKey: world.apiKey }),
    close: async () => {
      const path = `/v1/tenants/${world.tenantId}`;
      const idempotencyKey = lookupKey(`${world.keyPrefix}tenant.delete`);
      await client.write({ operation: 'tenant.delete', method: 'DELETE', path, idempotencyKey });
      await client.close();
    },
    ...accessVerbs(calls, sandboxSession),
    ...actPreviewVerbs(calls),
    ...bankVerbs(calls),
    ...booksVerbs(calls),
    ...catalogVerbs(calls),
    ...clockVerbs(calls),
    ...couponVerbs(calls),
    ...chargeVerbs(calls),
    ...collectionVerbs(calls),
    ...creditNoteVerbs(calls),
    ...customerVerbs(calls),
    ...draftVerbs(calls),
    ...effortVerbs(calls),
    ...dunningVerbs(calls),
    ...exchangeVerbs(calls),
    ...exportVerbs(calls),
    ...gatewayVerbs(calls),
    ...holdVerbs(calls),
    ...invoiceVerbs(calls),
    ...ledgerVerbs(calls),
    ...legalEntityVerbs(calls),
    ...lineCreditVerbs(creditNoteVerbs(calls)),
    ...loadVerbs(calls),
    ...neighbourVerbs(calls),
    ...paymentVerbs(calls),
    ...priceListVerbs(calls),
    ...subscriptionVerbs(calls),
    ...taxVerbs(calls),
    ...thresholdVerbs(calls),
    ...usageVerbs(calls),
    ...voidVerbs(calls),
    ...walletVerbs(calls),
    ...webhookDrillVerbs(calls),
    ...webhookLogVerbs(calls),
    ...webhookVerbs(calls),
    ...withdrawalVerbs(calls),
  };
}

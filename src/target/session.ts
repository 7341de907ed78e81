import type { AccessVerbs } from './verbs/access.ts';
import type { ActPreviewVerbs } from './verbs/act-preview.ts';
import type { BankVerbs } from './verbs/bank.ts';
import type { BooksVerbs } from './verbs/books.ts';
import type { CatalogVerbs } from './verbs/catalog.ts';
import type { ChargeVerbs } from './verbs/charge.ts';
import type { ClockVerbs } from './verbs/clock.ts';
import type { CollectionVerbs } from './verbs/collection.ts';
import type { CouponVerbs } from './verbs/coupon.ts';
import type { CreditNoteVerbs } from './verbs/credit-note.ts';
import type { CustomerVerbs } from './verbs/customer.ts';
import type { DraftVerbs } from './verbs/draft.ts';
import type { DunningVerbs } from './verbs/dunning.ts';
import type { EffortVerbs } from './verbs/effort.ts';
import type { ExchangeVerbs } from './verbs/exchange.ts';
import type { ExportVerbs } from './verbs/export.ts';
import type { GatewayVerbs } from './verbs/gateway.ts';
import type { HoldVerbs } from './verbs/hold.ts';
import type { InvoiceVerbs } from './verbs/invoice.ts';
import type { LedgerVerbs } from './verbs/ledger.ts';
import type { LegalEntityVerbs } from './verbs/legal-entity.ts';
import type { LineCreditVerbs } from './verbs/line-credit.ts';
import type { LoadVerbs } from './verbs/load.ts';
import type { NeighbourVerbs } from './verbs/neighbour.ts';
import type { PaymentVerbs } from './verbs/payment.ts';
import type { PriceListVerbs } from './verbs/price-list.ts';
import type { SubscriptionVerbs } from './verbs/subscription.ts';
import type { TaxVerbs } from './verbs/tax.ts';
import type { ThresholdVerbs } from './verbs/threshold.ts';
import type { UpgradeVerbs } from './verbs/upgrade.ts';
import type { UsageVerbs } from './verbs/usage.ts';
import type { VoidVerbs } from './verbs/void.ts';
import type { WalletVerbs } from './verbs/wallet.ts';
import type { WebhookVerbs } from './verbs/webhook.ts';
import type { WebhookDrillVerbs } from './verbs/webhook-drill.ts';
import type { WebhookLogVerbs } from './verbs/webhook-log.ts';
import type { WithdrawalVerbs } from './verbs/withdrawal.ts';

/**
 * The verbs of a billing target, by noun. Every amount is exact, every period half-open. A verb that the target cannot do
 * throws TARGET_REFUSED; a target that says no to a request throws `TargetRefusal` with its own words.
 */
export interface TargetSession
  extends AccessVerbs,
    ActPreviewVerbs,
    BankVerbs,
    BooksVerbs,
    CatalogVerbs,
    ChargeVerbs,
    ClockVerbs,
    CouponVerbs,
    CollectionVerbs,
    CreditNoteVerbs,
    CustomerVerbs,
    DraftVerbs,
    EffortVerbs,
    DunningVerbs,
    ExchangeVerbs,
    ExportVerbs,
    GatewayVerbs,
    HoldVerbs,
    InvoiceVerbs,
    LedgerVerbs,
    LegalEntityVerbs,
    LineCreditVerbs,
    LoadVerbs,
    NeighbourVerbs,
    PaymentVerbs,
    PriceListVerbs,
    SubscriptionVerbs,
    TaxVerbs,
    ThresholdVerbs,
    UpgradeVerbs,
    UsageVerbs,
    VoidVerbs,
    WalletVerbs,
    WebhookDrillVerbs,
    WebhookLogVerbs,
    WebhookVerbs,
    WithdrawalVerbs {
  /** Opaque; with it `Driver.resume` opens the same world from another process. May hold a key: it is not for reports. */
  readonly handle: string;
  /** Removes or ends what this session created. */
  close(): Promise<void>;
}

/** What a driver has to give: its handle, its end, and the verbs that its target can do. */
export type OfferedSession = Pick<TargetSession, 'handle' | 'close'> & Partial<TargetSession>;

/** The target understood and said no. Data for a check that expects refusal, a finding for any other. */
export class TargetRefusal extends Error {
  readonly operation: string;
  readonly status: number;
  readonly answer: string;

  constructor(refusal: { readonly operation: string; readonly status: number; readonly answer: string }) {
    super(`The target refused ${refusal.operation} with ${refusal.status}: ${beginningOf(refusal.answer)}`);
    this.name = 'TargetRefusal';
    this.operation = refusal.operation;
    this.status = refusal.status;
    this.answer = refusal.answer;
  }
}

/** The target answered, and not in words that anyone can read: another shape, another encoding, an amount that is none. */
export class TargetAnswerInvalid extends Error {
  readonly operation: string;
  readonly status: number;
  readonly answer: string;

  constructor(invalid: { readonly operation: string; readonly status: number; readonly answer: string }) {
    super(
      `The target's answer to ${invalid.operation} (status ${invalid.status}) is invalid: ${beginningOf(invalid.answer)}`,
    );
    this.name = 'TargetAnswerInvalid';
    this.operation = invalid.operation;
    this.status = invalid.status;
    this.answer = invalid.answer;
  }
}

/** What was cut ends with a mark: before it, masking also knows the beginning of a secret. */
function beginningOf(answer: string): string {
  return answer.length > 500 ? `${answer.slice(0, 500)}…` : answer;
}

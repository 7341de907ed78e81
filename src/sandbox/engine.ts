import type { LedgerEntry } from '../model/billing/ledger.ts';
import type { PolicyProfile } from '../model/billing/policy-profile.ts';
import type { WebhookEvent } from '../model/billing/webhook.ts';
import type { LocalDate } from '../model/date.ts';
import type { DueItem } from './billing/due-item.ts';
import type { InvoiceDraft, StoredInvoice } from './billing/stored-invoice.ts';
import type { AccessProcedures } from './engine/access-procedures.ts';
import type { ActProcedures } from './engine/act-procedures.ts';
import type { BankProcedures } from './engine/bank-procedures.ts';
import type { BookProcedures } from './engine/book-procedures.ts';
import type { CatalogProcedures } from './engine/catalog-procedures.ts';
import type { ChargeProcedures } from './engine/charge-procedures.ts';
import type { ClosingProcedures } from './engine/closing-procedures.ts';
import type { CollectionProcedures } from './engine/collection-procedures.ts';
import type { CouponProcedures } from './engine/coupon-procedures.ts';
import type { CreditNoteProcedures } from './engine/credit-note-procedures.ts';
import type { DraftProcedures } from './engine/draft-procedures.ts';
import type { DunningProcedures } from './engine/dunning-procedures.ts';
import type { ExchangeProcedures } from './engine/exchange-procedures.ts';
import type { ExportProcedures } from './engine/export-procedures.ts';
import type { HoldProcedures } from './engine/hold-procedures.ts';
import type { NeighbourProcedures } from './engine/neighbour-procedures.ts';
import type { NumberProcedures } from './engine/number-procedures.ts';
import type { PaymentProcedures } from './engine/payment-procedures.ts';
import type { SubscriptionProcedures } from './engine/subscription-procedures.ts';
import type { TaxEngineProcedures } from './engine/tax-engine-procedures.ts';
import type { TaxProcedures } from './engine/tax-procedures.ts';
import type { ThresholdProcedures } from './engine/threshold-procedures.ts';
import type { UpgradeProcedures } from './engine/upgrade-procedures.ts';
import type { UsageProcedures } from './engine/usage-procedures.ts';
import type { VoidProcedures } from './engine/void-procedures.ts';
import type { WalletProcedures } from './engine/wallet-procedures.ts';
import type { WebhookProcedures } from './engine/webhook-procedures.ts';
import type { Gateway } from './gateway/gateway.ts';
import type { Rules } from './rules/index.ts';
import type { PostingLine } from './rules/ledger/ledger-postings.ts';
import type { Store } from './store/store.ts';

export interface Engine {
  readonly store: Store;
  readonly rules: Rules;
  readonly procedures: Procedures;
  readonly gateway: Gateway;
}

/** The engine at work for one tenant. */
export interface Context extends Engine {
  readonly tenantId: string;
  /** The habits of the tenant; `rules` follow them by themselves. */
  readonly policy: PolicyProfile;
}

/** The ordered effects of the engine over store and gateway. A defect replaces entries of this record. */
export interface Procedures
  extends AccessProcedures,
    ActProcedures,
    BankProcedures,
    BookProcedures,
    CatalogProcedures,
    ChargeProcedures,
    CollectionProcedures,
    CouponProcedures,
    CreditNoteProcedures,
    DraftProcedures,
    DunningProcedures,
    ExchangeProcedures,
    ExportProcedures,
    ClosingProcedures,
    HoldProcedures,
    NeighbourProcedures,
    NumberProcedures,
    PaymentProcedures,
    SubscriptionProcedures,
    TaxEngineProcedures,
    TaxProcedures,
    ThresholdProcedures,
    UpgradeProcedures,
    UsageProcedures,
    VoidProcedures,
    WalletProcedures,
    WebhookProcedures {
  /** Moves the tenant's clock on, billing on every day on which something is due. */
  readonly advanceClock: (context: Context, to: LocalDate) => Promise<void>;
  /** What the request with the key was answered before; null for a key that is new. */
  readonly answerBefore: (context: Context, key: string) => KeptAnswer | null;
  /** Bills everything due up to the date that was not billed yet; answers the ids of the new invoices. */
  readonly runBills: (context: Context, run: BillRun) => readonly string[];
  /** Answers the id of the new invoice, or null when nothing was due. */
  readonly billCustomer: (context: Context, bill: CustomerBill) => string | null;
  /** Answers those of the items that nobody claimed before; they belong to the caller from then on. */
  readonly claimItems: (context: Context, claim: Claim) => readonly DueItem[];
  readonly issueInvoice: (context: Context, draft: InvoiceDraft) => string;
  /** The invoice that a bill run on the date would make; writes nothing. */
  readonly quoteInvoice: (context: Context, bill: CustomerBill) => InvoiceDraft | null;
  readonly readInvoice: (context: Context, invoiceId: string) => StoredInvoice;
  readonly pageInvoices: (context: Context, page: PageRequest) => InvoicePage;
  readonly postLedger: (context: Context, posting: Posting) => void;
  /** Puts the event into the outbox of every registered address. */
  readonly emitEvent: (context: Context, event: NewEvent) => void;
}

/** What a request with an idempotency key was answered the first time. */
export interface KeptAnswer {
  readonly request: string;
  readonly status: number;
  readonly body: string;
}

export interface BillRun {
  readonly date: LocalDate;
  /** Null is everybody. */
  readonly customerId: string | null;
}

export interface CustomerBill {
  readonly customerId: string;
  /** Null is all subscriptions of the customer. */
  readonly subscriptionId: string | null;
  /** The items due up to this day are billed, and the invoice is issued on it. */
  readonly date: LocalDate;
}

export interface Claim {
  readonly subscriptionId: string;
  readonly items: readonly DueItem[];
  readonly runDate: LocalDate;
}

export interface PageRequest {
  readonly customerId: string | null;
  readonly limit: number;
  /** Null is the first page; else what the page before gave as `next`. */
  readonly cursor: string | null;
}

export interface InvoicePage {
  readonly invoices: readonly StoredInvoice[];
  /** Null after the last page. */
  readonly next: string | null;
}

export interface Posting {
  /** Given where the caller wants to find its entries; else it gets one of its own. */
  readonly id?: string;
  readonly date: LocalDate;
  readonly currency: string;
  readonly customerId: string;
  readonly invoiceId: LedgerEntry['invoiceId'];
  readonly lines: readonly PostingLine[];
}

export interface NewEvent {
  readonly kind: WebhookEvent['kind'];
  readonly objectId: string;
}

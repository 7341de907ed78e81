import type { Customer } from '../../model/billing/customer.ts';
import type { Share, ShareQuestion } from '../rules/rating/proration-share.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';
import type { DueItem } from './due-item.ts';
import type { LineTerms, StoredLine } from './stored-invoice.ts';

/** A line before discount and tax; `net` is its price, tax included where prices are gross. */
export interface DraftLine
  extends Omit<StoredLine, 'discount' | 'tax' | 'price' | 'taken' | 'taxPercent' | 'taxTreatment'> {
  /** Null for all lines but credits, which keep what was done to the line that they take back. */
  readonly terms: LineTerms | null;
  readonly taxCategory: string | null;
  readonly billed: 'ahead' | 'afterwards';
}

export interface LineQuestion {
  readonly customer: Customer;
  readonly subscription: StoredSubscription;
  readonly item: DueItem;
  /** How days are shared out: the engine's own way, or that of a preview. */
  readonly shareOf: (question: ShareQuestion) => Share;
}

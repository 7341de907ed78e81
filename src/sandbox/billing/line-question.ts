import type { Customer } from '../../model/billing/customer.ts';
import type { Share, ShareQuestion } from '../rules/proration-share.ts';
import type { StoredSubscription } from '../store/subscriptions.ts';
import type { DueItem } from './due-item.ts';
import type { LineTerms, StoredLine } from './stored-invoice.ts';

/** A line before discount and tax. */
export type DraftLine = Omit<StoredLine, 'discount' | 'tax'> & { readonly terms: LineTerms | null };

export interface LineQuestion {
  readonly customer: Customer;
  readonly subscription: StoredSubscription;
  readonly item: DueItem;
  /** How days are shared out: the engine's own way, or that of a preview. */
  readonly shareOf: (question: ShareQuestion) => Share;
}

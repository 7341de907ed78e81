import type { LedgerEntry } from '../../model/billing/ledger.ts';

export interface LedgerVerbs {
  ledger(customerId: string): Promise<readonly LedgerEntry[]>;
}

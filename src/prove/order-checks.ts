import type { CheckTopic } from '../model/observing/check.ts';
import type { KnownDefect } from './known-defects.ts';
import type { ProvableCheck } from './messages.ts';

/** Where a defect of a stage is likely to show. Only an order: every check is played before a defect counts as missed. */
const topicsOf: Readonly<Record<string, readonly CheckTopic[]>> = {
  catalog: ['catalog', 'rating', 'calendar', 'document'],
  subscription: ['proration', 'calendar', 'order-to-cash', 'preview', 'document'],
  usage: ['usage', 'idempotency', 'completeness'],
  rating: ['rating', 'usage'],
  invoicing: ['document', 'discount', 'idempotency', 'preview', 'order-to-cash'],
  tax: ['tax', 'document'],
  payment: ['payment', 'idempotency', 'order-to-cash'],
  ledger: ['ledger', 'order-to-cash'],
  integration: ['webhook', 'paging', 'document', 'screen', 'completeness'],
  performance: ['load', 'usage', 'idempotency', 'completeness'],
};

export interface ToOrder {
  readonly checks: readonly ProvableCheck[];
  /** What each took on the sandbox as it should be. */
  readonly durationsMs: ReadonlyMap<string, number>;
  readonly defect: KnownDefect;
  /** The check that caught this defect last time. */
  readonly lastCatch: string | null;
}

/** More than any check takes. */
const afterLikelyMs = 1e9;

/** Whether the check looks at what the defect is about. */
export function isLikely({ topic }: ProvableCheck, { stage }: KnownDefect): boolean {
  return (topicsOf[stage] ?? []).includes(topic);
}

/** What is likely to catch the defect first, and of those what is quick. */
export function orderChecks({ checks, durationsMs, defect, lastCatch }: ToOrder): readonly ProvableCheck[] {
  const likely = new Set(topicsOf[defect.stage] ?? []);
  const place = (check: ProvableCheck) => {
    if (check.id === lastCatch) return -1;
    const durationMs = durationsMs.get(check.id) ?? 0;
    return likely.has(check.topic) ? durationMs : afterLikelyMs + durationMs;
  };
  return checks.toSorted((left, right) => place(left) - place(right));
}

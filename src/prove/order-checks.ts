import type { CheckTopic } from '../model/observing/check.ts';
import type { Footprint } from './healthy-pass.ts';
import type { KnownDefect } from './known-defects.ts';
import type { Likeness } from './likeness.ts';
import type { ProvableCheck } from './messages.ts';

/** Where a defect of a stage is likely to show. Only an order: the other checks follow. */
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
  /** By id, on the sandbox as it should be. */
  readonly footprints: ReadonlyMap<string, Footprint>;
  readonly defect: KnownDefect;
  /** The check that caught this defect last time. */
  readonly lastCatch: string | null;
  /** How much a check speaks of what the defect does. */
  readonly likeness: Likeness;
}

/** Played early, so few and quick: most defects are caught by any of many checks, and words may mislead. */
const namesakesMax = 10;
const namesakeMs = 400;
/** One word that is rare among the checks, or two that are not. */
const likenessMin = 4;
/** More than any check takes. */
const stepMs = 1e9;

/** Whether the check looks at what the defect is about. */
export function isLikely({ topic }: ProvableCheck, { stage }: KnownDefect): boolean {
  return (topicsOf[stage] ?? []).includes(topic);
}

/** Whether the check calls anything that the defect replaces. */
export function isReached({ replaces }: KnownDefect, footprint: Footprint | undefined): boolean {
  return footprint === undefined || replaces.some((name) => footprint.reached.has(name));
}

/**
 * The checks that can see the defect: first a few whose titles speak of it, then what is likely to catch it, and of that what is
 * quick. A check that never calls what the defect replaces goes the same way with it as without, and is left out.
 */
export function orderChecks(asked: ToOrder): readonly ProvableCheck[] {
  const { checks, footprints, defect, lastCatch } = asked;
  const reaching = checks.filter(({ id }) => isReached(defect, footprints.get(id)));
  const namesakes = namesakesOf(asked, reaching);
  const place = (check: ProvableCheck) => {
    if (check.id === lastCatch) return -stepMs;
    const durationMs = footprints.get(check.id)?.durationMs ?? 0;
    const rank = namesakes.indexOf(check);
    if (rank >= 0) return rank - namesakesMax;
    return isLikely(check, defect) ? durationMs : stepMs + durationMs;
  };
  const places = new Map(reaching.map((check) => [check, place(check)]));
  return reaching.toSorted((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0));
}

/** Those that speak most of it come first. */
function namesakesOf({ footprints, defect, likeness }: ToOrder, reaching: readonly ProvableCheck[]) {
  return reaching
    .filter(({ id }) => (footprints.get(id)?.durationMs ?? 0) < namesakeMs)
    .map((check) => ({ check, like: likeness(check, defect) }))
    .filter(({ like }) => like > likenessMin)
    .toSorted((left, right) => right.like - left.like)
    .slice(0, namesakesMax)
    .map(({ check }) => check);
}

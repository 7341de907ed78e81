import { hash } from 'node:crypto';
import { type Counts, counted } from '../counts.ts';
import { billingCounts } from './census-of-billing.ts';
import { priceCounts } from './census-of-prices.ts';
import type { CustomerHistory } from './customer-history.ts';
import { moneyActs } from './drawn-money.ts';
import type { Played } from './played.ts';

/** What was played, counted by kind: how often each price model, event, time zone and so on came. */
export interface Census {
  readonly counts: Readonly<Record<string, Counts>>;
  /** Of all histories, in the order in which they were played. */
  readonly digest: string;
}

/** What a subscription or customer is, and not what happens to it. */
const notEvents = new Set([
  'key',
  'plan',
  'start',
  'quantity',
  'billing',
  'currency',
  'timeZone',
  'plans',
  'until',
  'tax',
]);

export function censusOf(played: readonly Played[]): Census {
  const histories = played.flatMap((one) => (one.kind === 'history' ? [one.history] : []));
  const questions = played.flatMap((one) => (one.kind === 'question' ? [one.question] : []));
  const acts = played.flatMap((one) => (one.kind === 'money' ? one.acts : []));
  return {
    counts: {
      priceModels: priceCounts([...histories, ...questions]),
      events: counted([], histories.flatMap(eventsOf)),
      ...billingCounts(histories),
      money: counted(
        moneyActs,
        acts.map((act) => [act, 1]),
      ),
      questions: counted(
        [],
        questions.map(({ kind }) => [kind, 1]),
      ),
    },
    digest: hash('sha256', JSON.stringify(histories, textOf)),
  };
}

/** Whatever a history lists is something that happens; a list that stays empty in all histories is counted as 0. */
function eventsOf({ billing }: CustomerHistory): readonly (readonly [string, number])[] {
  return [
    ...happeningsIn(billing),
    ...billing.subscriptions.flatMap((subscription) => happeningsIn(subscription)),
  ];
}

function happeningsIn(parts: object): readonly (readonly [string, number])[] {
  return Object.entries(parts)
    .filter(([name]) => !notEvents.has(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.length : Number(isGiven(value))]);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false;
}

function textOf(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

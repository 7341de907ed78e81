import { hash } from 'node:crypto';
import type { PriceKind, PriceModel } from '../model/billing/price.ts';
import type { CustomerHistory } from './customer-history.ts';
import type { Played } from './told-play.ts';

type Counts = Readonly<Record<string, number>>;

/** What was played, counted: how often each price model, event and time zone came. */
export interface Census {
  readonly priceModels: Counts;
  readonly events: Counts;
  readonly timeZones: Counts;
  readonly questions: Counts;
  /** Of all histories, in the order in which they were played. */
  readonly digest: string;
}

/** Each of them stands in every census, with 0 where nothing had it. */
const priceKinds: Readonly<Record<PriceKind, 0>> = {
  flat: 0,
  'per-unit': 0,
  graduated: 0,
  volume: 0,
  stairstep: 0,
  package: 0,
  percentage: 0,
  dynamic: 0,
};

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
]);

export function censusOf(played: readonly Played[]): Census {
  const histories = played.flatMap((one) => (one.kind === 'history' ? [one.history] : []));
  const questions = played.flatMap((one) => (one.kind === 'question' ? [one.question] : []));
  const prices = [...pricesIn(histories), ...pricesIn(questions)];
  return {
    priceModels: counted(
      priceKinds,
      prices.map(({ kind }) => [kind, 1]),
    ),
    events: counted({}, histories.flatMap(eventsOf)),
    timeZones: counted(
      {},
      histories.map(({ billing }) => [billing.timeZone, 1]),
    ),
    questions: counted(
      {},
      questions.map(({ kind }) => [kind, 1]),
    ),
    digest: hash('sha256', JSON.stringify(histories, textOf)),
  };
}

type Entry = readonly [string, number];

function counted(start: Counts, entries: readonly Entry[]): Counts {
  const counts: Record<string, number> = { ...start };
  for (const [name, count] of entries) counts[name] = (counts[name] ?? 0) + count;
  return counts;
}

/** Whatever a history lists is something that happens; a list that stays empty in all histories is counted as 0. */
function eventsOf({ billing }: CustomerHistory): readonly Entry[] {
  return [
    ...happeningsIn(billing),
    ...billing.subscriptions.flatMap((subscription) => happeningsIn(subscription)),
  ];
}

function happeningsIn(parts: object): readonly Entry[] {
  return Object.entries(parts)
    .filter(([name]) => !notEvents.has(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.length : Number(isGiven(value))]);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false;
}

/** A price model is known by its kind, wherever in a history or question it stands. */
function pricesIn(value: unknown): readonly PriceModel[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(pricesIn);
  const inner = Object.values(value).flatMap(pricesIn);
  return isPrice(value) ? [value, ...inner] : inner;
}

function isPrice(value: object): value is PriceModel {
  const { kind } = value as { readonly kind?: unknown };
  return typeof kind === 'string' && Object.hasOwn(priceKinds, kind);
}

function textOf(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

import type { CheckTopic } from '../../../model/observing/check.ts';

/** By the folder of a feature, or by a tag such as @topic:tax. */
const topics: Readonly<Record<string, CheckTopic>> = {
  calendar: 'calendar',
  cancellation: 'proration',
  catalog: 'catalog',
  completeness: 'completeness',
  discount: 'discount',
  document: 'document',
  idempotency: 'idempotency',
  invoice: 'document',
  ledger: 'ledger',
  'order-to-cash': 'order-to-cash',
  payment: 'payment',
  'plan-change': 'proration',
  preview: 'preview',
  pricing: 'catalog',
  proration: 'proration',
  rating: 'rating',
  reconciliation: 'reconciliation',
  screen: 'screen',
  tax: 'tax',
  usage: 'usage',
};

const tagPrefix = '@topic:';

export interface TopicAnswer {
  readonly topic: CheckTopic;
  readonly fault: string | null;
}

/** A feature in a folder of another name is about the whole way from order to cash, unless a tag says what it is about. */
export function topicOf(file: string, tags: readonly string[]): TopicAnswer {
  const tag = tags.find((name) => name.startsWith(tagPrefix));
  if (tag !== undefined) {
    const topic = known(tag.slice(tagPrefix.length));
    if (topic !== null) return { topic, fault: null };
    const names = Object.keys(topics).join(', ');
    return { topic: 'order-to-cash', fault: `found the tag ${tag}, expected one of these topics: ${names}.` };
  }
  const folders = file.split('/').slice(0, -1).reverse();
  const found = folders.map(known).find((topic) => topic !== null);
  return { topic: found ?? 'order-to-cash', fault: null };
}

function known(name: string): CheckTopic | null {
  return Object.hasOwn(topics, name) ? (topics[name] ?? null) : null;
}

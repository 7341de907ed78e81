import type { Interval } from '../../../../model/billing/catalog.ts';
import { Inexpressible } from '../../unreadable.ts';

/** "month", "quarterly", "2 months": the words for intervals in cases and their titles. */
export function intervalOf(text: string): Interval {
  const found = wordsToInterval(text);
  if (found !== null) return found;
  throw new Inexpressible(`the interval "${text}", which is no day, week, month, quarter or year`);
}

/** The intervals that a sentence names, in the order in which it names them. */
export function intervalsIn(sentence: string): readonly Interval[] {
  return sentence
    .split(/[^A-Za-z0-9]+/)
    .map((word) => (/(ly|annual|semester|biannual)$/i.test(word) ? wordsToInterval(word) : null))
    .filter((interval) => interval !== null);
}

const words: Readonly<Record<string, Interval>> = {
  day: { unit: 'day', count: 1 },
  dai: { unit: 'day', count: 1 },
  week: { unit: 'week', count: 1 },
  month: { unit: 'month', count: 1 },
  quarter: { unit: 'month', count: 3 },
  semester: { unit: 'month', count: 6 },
  halfyear: { unit: 'month', count: 6 },
  biannual: { unit: 'month', count: 6 },
  semiannual: { unit: 'month', count: 6 },
  annual: { unit: 'year', count: 1 },
  year: { unit: 'year', count: 1 },
};

function wordsToInterval(text: string): Interval | null {
  const match = /^(?:(\d+)[\s_-]*)?([a-z_-]+?)(?:ly|s)?$/.exec(text.trim().toLowerCase());
  const stem = (match?.[2] ?? '').replaceAll(/[_-]/g, '');
  const base = Object.hasOwn(words, stem) ? words[stem] : undefined;
  return base === undefined ? null : { unit: base.unit, count: base.count * Number(match?.[1] ?? 1) };
}

import type { Invoice } from '../model/billing/invoice.ts';
import type { World } from './world.ts';

/** Numbers of one series follow each other without gap and repeat, in the order of issue. */
export function expectSeries(world: World, what: string, invoices: readonly Invoice[]): void {
  const numbers = invoices.map(({ number }) => number);
  world.expectThat(numbers.length > 0, `${what} has no invoice, so no series was checked.`);
  const counts = numbers.map((number) => Number(/\d+$/.exec(number)?.[0] ?? Number.NaN));
  const prefixes = new Set(numbers.map((number) => number.replace(/\d+$/, '')));
  world.expectEqual(`prefixes of ${what}`, 1, prefixes.size);
  const sorted = counts.toSorted((left, right) => left - right);
  const first = sorted[0] ?? 0;
  world.expectEqual(
    `numbers of ${what}`,
    sorted.map((_, index) => first + index),
    sorted,
  );
}

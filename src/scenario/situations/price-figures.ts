import type { PriceModel } from '../../model/billing/price.ts';
import { addDays, instant, type LocalDate, localDate } from '../../model/date.ts';
import type { Capability } from '../../target/capability.ts';
import { metered } from '../drawn/customer-history.ts';

/** Every figure that a price can have, each with another value wherever it stands, and also with none. */
const prices: Readonly<Record<string, PriceModel>> = {
  share: {
    kind: 'percentage',
    ratePercent: '2.9',
    fixedPerEvent: '0.30',
    freeEvents: null,
    freeVolume: null,
  },
  events: {
    kind: 'percentage',
    ratePercent: '0.125',
    fixedPerEvent: '0.05',
    freeEvents: 3,
    freeVolume: null,
  },
  volume: {
    kind: 'percentage',
    ratePercent: '12.5',
    fixedPerEvent: '1.10',
    freeEvents: null,
    freeVolume: '250.5',
  },
  both: { kind: 'percentage', ratePercent: '3', fixedPerEvent: '0', freeEvents: 4, freeVolume: '160' },
  packs: { kind: 'package', packageSize: '12.5', packagePrice: '3.45', freeUnits: '0' },
  'free-packs': { kind: 'package', packageSize: '10', packagePrice: '8', freeUnits: '25' },
  blocks: {
    kind: 'graduated',
    tiers: [
      { upTo: '62.5', unit: '4', flat: '0', block: '12.5' },
      { upTo: null, unit: '1.75', flat: '0', block: '7.5' },
    ],
  },
  entries: {
    kind: 'graduated',
    tiers: [
      { upTo: '40', unit: '0.31', flat: '2.20' },
      { upTo: '90.5', unit: '0.27', flat: '3.30' },
      { upTo: '400', unit: '0.22', flat: '4.40' },
      { upTo: null, unit: '0.1', flat: '5.50' },
    ],
  },
  two: {
    kind: 'volume',
    tiers: [
      { upTo: '200', unit: '0.45', flat: '6' },
      { upTo: null, unit: '0.35', flat: '12.25' },
    ],
  },
  times: { kind: 'dynamic', multiplier: '2.25' },
};
/** Each is the name of a meter, too. */
export const figures = Object.keys(prices);
/** What all of them cost where something else is agreed or comes later. */
export const listed: PriceModel = { kind: 'per-unit', unit: '0.07' };

export const codeOf = (name: string) => `${name}-usage`;
export const priceOf = (name: string): PriceModel => prices[name] ?? listed;
export const pricedByFigures = figures.map((name) => metered(name, priceOf(name)));
export const pricedByList = figures.map((name) => metered(name, listed));
export const pricesOfFigures = figures.map((name) => ({ charge: codeOf(name), price: priceOf(name) }));

/** Three months from 15 January on in which each meter is read five times: 100 to 300 units, never a whole number of them. */
export const usageOfFigures = figures.flatMap((meter, row) =>
  Array.from({ length: 15 }, (_, index) => ({
    id: `${meter}-${index}`,
    meter,
    quantity: `${((index * 29 + row * 13) % 90) + 5}.25`,
    at: instant(`${dayOf(index)}T${String((index * 5 + row) % 24).padStart(2, '0')}:30:00Z`),
    properties: {
      region: ['eu', 'us', 'apac'][index % 3] ?? '',
      site: ['north', 'south'][(index >> 1) % 2] ?? '',
    },
  })),
);

/** Five days apart, five of them within each month of the plan. */
function dayOf(index: number): LocalDate {
  return addDays(localDate(`2026-0${1 + Math.floor(index / 5)}-16`), (index % 5) * 5);
}

/** The same reading, told some days after the bill of its month. */
export const usageToldLate = usageOfFigures.map((event, index) =>
  index % 5 === 2 && event.at < '2026-03-15' ? { ...event, arrived: lateDay(event.at) } : event,
);

function lateDay(at: string): LocalDate {
  return at < '2026-02-15' ? localDate('2026-02-20') : localDate('2026-03-20');
}

export const needsOfFigures = [
  'clock',
  'usage',
  'usage.dimensions',
  'price.flat',
  'price.per-unit',
  'price.percentage',
  'price.package',
  'price.allowance',
  'price.blocks',
  'price.graduated',
  'price.tier-fees',
  'price.volume',
  'price.dynamic',
] as const satisfies readonly Capability[];

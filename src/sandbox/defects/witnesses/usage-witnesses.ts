import type { TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

const unitPrice = (unit: string) => ({ kind: 'per-unit', unit });

const january = { from: '2026-01-01', to: '2026-02-01' };

/** What January's events come to under a charge of 1.00 a unit, as [quantity, amount]. */
function metered(
  charge: object,
  events: readonly object[],
  { timeZone = 'UTC', period = january }: { readonly timeZone?: string; readonly period?: object } = {},
): Witness['look'] {
  return async (world: TestWorld) => {
    const question = {
      kind: 'metering',
      currency: 'EUR',
      timeZone,
      charge: { kind: 'usage', code: 'usage', meter: 'usage', price: unitPrice('1.00'), ...charge },
      periods: [period],
      events: events.map((event, index) => ({
        id: `e${index}`,
        quantity: '1',
        at: `2026-01-10T12:0${index}:00.000Z`,
        ...event,
      })),
    };
    type Answer = { periods: { quantity: string; amount: string }[] };
    const { periods } = await world.ok<Answer>('POST', '/v1/preview', question);
    return [periods[0]?.quantity, periods[0]?.amount];
  };
}

function witness(look: Witness['look'], right: readonly string[], wrong: readonly string[]): Witness {
  return { today: '2026-01-01', right, wrong, look };
}

const narrow = { code: 'a', where: { type: ['a'] }, price: unitPrice('2.00') };
const wide = { code: 'a-or-b', where: { type: ['a', 'b'] }, price: unitPrice('5.00') };
const atOnce = '2026-01-10T12:00:00.000Z';

/** How events of a meter become a quantity. */
export const usageWitnesses: Readonly<Record<string, Witness>> = {
  'subset-bucket-counts-twice': witness(
    metered({ buckets: [wide, narrow] }, [{ properties: { type: 'a' } }]),
    ['1', '2.00'],
    ['2', '7.00'],
  ),
  'usage-without-bucket-lost': witness(
    metered({ buckets: [narrow] }, [{ properties: { type: 'c' } }, { properties: { type: 'a' } }]),
    ['2', '3.00'],
    ['1', '2.00'],
  ),
  'bucket-hours-in-utc': witness(
    // 12:00 UTC is 4 in the morning in Los Angeles.
    metered(
      { buckets: [{ code: 'day', where: {}, hours: { from: 9, to: 18 }, price: unitPrice('3.00') }] },
      [{}],
      { timeZone: 'America/Los_Angeles' },
    ),
    ['1', '1.00'],
    ['1', '3.00'],
  ),
  'repeated-hour-as-the-next': witness(
    // Half past two for the second time; the night is dear until three.
    metered(
      { buckets: [{ code: 'night', where: {}, hours: { from: 0, to: 3 }, price: unitPrice('3.00') }] },
      [{ at: '2026-10-25T01:30:00.000Z' }],
      { timeZone: 'Europe/Berlin', period: { from: '2026-10-01', to: '2026-11-01' } },
    ),
    ['1', '3.00'],
    ['1', '1.00'],
  ),
  'negative-usage-inflates': witness(
    metered({}, [{ quantity: '20' }, { quantity: '-25' }]),
    ['0', '0.00'],
    ['5', '5.00'],
  ),
  'unique-count-by-arrival': witness(
    metered({ aggregation: 'unique' }, [
      { subject: 'u1', operation: 'remove', at: atOnce },
      { subject: 'u1', operation: 'add', at: atOnce },
    ]),
    ['0', '0.00'],
    ['1', '1.00'],
  ),
  'latest-is-last-arrived': witness(
    metered({ aggregation: 'last' }, [
      { quantity: '7', at: '2026-01-20T12:00:00.000Z' },
      { quantity: '9', at: '2026-01-19T12:00:00.000Z' },
    ]),
    ['7', '7.00'],
    ['9', '9.00'],
  ),
  'maximum-is-last-value': witness(
    metered({ aggregation: 'max' }, [{ quantity: '5' }, { quantity: '20' }, { quantity: '3' }]),
    ['20', '20.00'],
    ['3', '3.00'],
  ),
  'unique-counts-events': witness(
    metered({ aggregation: 'unique' }, [{ subject: 'u1' }, { subject: 'u2' }, { subject: 'u1' }]),
    ['2', '2.00'],
    ['3', '3.00'],
  ),
  'level-counts-in-full': witness(
    // 31 from the middle of 31 days on: 15.5 on average.
    metered({ aggregation: 'weighted-sum' }, [{ quantity: '31', at: '2026-01-16T12:00:00.000Z' }]),
    ['15.5', '15.50'],
    ['31', '31.00'],
  ),
  'groups-counted-together': witness(
    metered({ aggregation: 'unique', groupBy: ['site'] }, [
      { subject: 'u1', properties: { site: 'north' } },
      { subject: 'u1', properties: { site: 'south' } },
    ]),
    ['2', '2.00'],
    ['1', '1.00'],
  ),
  'included-units-charged': witness(
    metered({ included: '3' }, [{ quantity: '5' }]),
    ['5', '2.00'],
    ['5', '5.00'],
  ),
};

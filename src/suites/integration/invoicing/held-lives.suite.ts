import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { addDays } from '../../../model/date.ts';
import { sumMoney } from '../../../model/money.ts';
import { expectedInvoices } from '../../../oracle/invoicing/expected-invoices.ts';
import { billHistoriesBesides } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import type { CalendarLife } from '../../../scenario/drawn/calendar-lives.ts';
import { type CustomerHistory, firstDay } from '../../../scenario/drawn/customer-history.ts';
import { everyCalendar } from '../../../scenario/drawn/every-calendar.ts';
import { hardCalendars, needsOfCalendars } from '../../../scenario/drawn/hard-calendars.ts';
import type { BesidesAct } from '../../../scenario/drawn/play-history.ts';
import { expectPreviewOf } from '../../../scenario/preview-agreement.ts';
import type { World } from '../../../scenario/world.ts';

/** What changes the price, and what keeps it away for a while. */
const lives: readonly CalendarLife[] = [
  'another plan on the day on which he comes back',
  'another plan on the day of a pause',
  'changed twice in one period',
  'paused over the end of a period',
];

/** So long before the end of all nobody is held any more. */
const daysAfter = 20;

/** Who is held may tell of usage for longer: what comes late is told in other checks. */
function toldInTime({ billing, ...rest }: CustomerHistory): CustomerHistory {
  return {
    ...rest,
    billing: { ...billing, usage: billing.usage.filter(({ arrived }) => arrived === undefined) },
  };
}

/** Held from the first day on; what he is shown on the day on which that ends is kept. */
function heldUntil(history: CustomerHistory, shown: Map<string, Invoice | null>): readonly BesidesAct[] {
  const on = addDays(history.billing.until, -daysAfter);
  return [
    {
      on: firstDay([history]),
      act: async (session, played) => session.holdInvoices(played.get(history.name)?.customerId ?? ''),
    },
    {
      on,
      act: async (session, played) => {
        const customerId = played.get(history.name)?.customerId ?? '';
        shown.set(history.name, await session.previewInvoice(customerId, on));
        await session.releaseInvoices(customerId);
      },
    },
  ];
}

function expectAll(world: World, { name, billing }: CustomerHistory, invoices: readonly Invoice[]): void {
  const sum = (of: readonly Pick<Invoice, 'total'>[]) =>
    sumMoney(
      of.map(({ total }) => total),
      billing.currency,
    );
  world.expectMoney({
    measure: 'billed in all',
    expected: sum(expectedInvoices(billing, world.profile)),
    actual: sum(invoices.filter(({ status }) => status === 'finalised')),
    nature: 'charge',
    customer: name,
    explanation: `${name}: bills that were held for a while come to the same as if they had not been.`,
  });
}

describe('Whoever is held while he lives', () => {
  for (const calendar of ['a month', 'a quarter'] as const)
    check(
      `is billed in the end what was shown, and no more than anybody, for ${calendar} at a time`,
      {
        topic: 'completeness',
        needs: [...needsOfCalendars, 'invoice.hold', 'preview.invoice'],
        tags: ['@generated'],
      },
      async (world) => {
        const wanted = { seed: world.seed, calendar: hardCalendars[calendar], lives };
        const histories = everyCalendar(wanted).map(toldInTime).take(world.casesOf(10)).toArray();
        const shown = new Map<string, Invoice | null>();
        const besides = histories.flatMap((history) => heldUntil(history, shown));
        const billed = await billHistoriesBesides(world, histories, { steps: 'jump', besides });
        for (const history of histories) {
          const { invoices = [] } = billed.get(history.name) ?? {};
          const day = addDays(history.billing.until, -daysAfter);
          const [issued, ...others] = invoices.filter(({ issueDate }) => issueDate === day);
          if (others.length === 0) expectPreviewOf(world, shown.get(history.name) ?? null, issued);
          expectAll(world, history, invoices);
        }
      },
    );
});

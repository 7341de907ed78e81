import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import { billHistoriesBesides } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import { type CustomerHistory, taxFrom } from '../../../scenario/drawn/customer-history.ts';
import { everyCalendar } from '../../../scenario/drawn/every-calendar.ts';
import { hardCalendars, needsOfCalendars } from '../../../scenario/drawn/hard-calendars.ts';
import type { BesidesAct } from '../../../scenario/drawn/play-history.ts';
import {
  type Look,
  type PreviewedHistory,
  previewedHistory,
} from '../../../scenario/drawn/previewed-history.ts';
import { expectPreviewOf } from '../../../scenario/preview-agreement.ts';
import type { World } from '../../../scenario/world.ts';

type Shown = Map<Look, Invoice | null>;

/** Taxed wherever they live, so that what is given back to them is, too. */
function taxed(history: CustomerHistory): CustomerHistory {
  return { ...history, billing: { ...history.billing, taxRates: [taxFrom('2020-01-01', '19')] } };
}

function lookAt({ history, looks }: PreviewedHistory, shown: Shown): readonly BesidesAct[] {
  return looks.map((look) => ({
    on: look.on,
    act: async (session, played) => {
      const customerId = played.get(history.name)?.customerId ?? '';
      shown.set(look, await session.previewInvoice(customerId, look.for));
    },
  }));
}

function expectShown(
  world: World,
  look: Look,
  of: { readonly shown: Shown; readonly invoices: readonly Invoice[] },
): void {
  const [issued, ...others] = of.invoices.filter(({ issueDate }) => issueDate === look.for);
  // How a day's lines are grouped into invoices is the target's own.
  if (others.length === 0) expectPreviewOf(world, of.shown.get(look) ?? null, issued);
}

describe('What generated customers are shown of their next invoice', () => {
  for (const name of ['a month', 'a quarter'] as const) {
    check(
      `is what they get, where they are billed for ${name} at a time`,
      {
        topic: 'preview',
        needs: [...needsOfCalendars, 'tax', 'preview.invoice'],
        tags: ['@generated'],
        timeoutMs: 120_000,
      },
      async (world) => {
        const previewed = everyCalendar({ seed: world.seed + 1, calendar: hardCalendars[name] })
          .map(taxed)
          .flatMap(previewedHistory)
          .take(world.casesOf(40))
          .toArray();
        const shown: Shown = new Map();
        const histories = previewed.map(({ history }) => history);
        const besides = previewed.flatMap((one) => lookAt(one, shown));
        const billed = await billHistoriesBesides(world, histories, { steps: 'jump', besides });
        for (const { history, looks } of previewed) {
          const { invoices = [] } = billed.get(history.name) ?? {};
          for (const look of looks) expectShown(world, look, { shown, invoices });
        }
      },
    );
  }
});

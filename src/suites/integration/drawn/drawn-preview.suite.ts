import { describe } from 'vitest';
import type { Invoice } from '../../../model/billing/invoice.ts';
import type { PlannedAct } from '../../../model/billing/planned-act.ts';
import { type BilledHistory, billHistoriesBesides } from '../../../scenario/billed-history.ts';
import { check } from '../../../scenario/check.ts';
import { type CustomerHistory, taxFrom } from '../../../scenario/drawn/customer-history.ts';
import { everyCalendar } from '../../../scenario/drawn/every-calendar.ts';
import { hardCalendars, needsOfCalendars } from '../../../scenario/drawn/hard-calendars.ts';
import type { BesidesAct } from '../../../scenario/drawn/play-history.ts';
import {
  type Ask,
  type Look,
  type PreviewedHistory,
  previewedHistory,
} from '../../../scenario/drawn/previewed-history.ts';
import { expectPreviewOf } from '../../../scenario/preview-agreement.ts';
import type { World } from '../../../scenario/world.ts';

type Shown = Map<Look | Ask, Invoice | null>;

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

/** What a deed would cost is asked the day before it is done. */
function askAbout({ history, asks }: PreviewedHistory, shown: Shown): readonly BesidesAct[] {
  return asks.map((ask) => ({
    on: ask.on,
    act: async (session, played) => {
      const customer = played.get(history.name);
      const subscriptionId = customer?.subscriptionIds.get(ask.subscription) ?? '';
      const act: PlannedAct = { ...ask.act, subscriptionId, date: ask.for };
      shown.set(ask, await session.previewAct(customer?.customerId ?? '', act));
    },
  }));
}

function expectAsked(
  world: World,
  ask: Ask,
  of: { readonly shown: Shown; readonly invoices: readonly Invoice[]; readonly subscriptionId: string },
): void {
  const ofDay = of.invoices.filter(({ issueDate }) => issueDate === ask.for);
  const isOf = ({ lines }: Invoice) =>
    lines.some(({ subscriptionId }) => subscriptionId === of.subscriptionId);
  const isAlone = ({ lines }: Invoice) =>
    lines.every(({ subscriptionId }) => subscriptionId === of.subscriptionId);
  const issued = ofDay.filter(isOf);
  const preview = of.shown.get(ask) ?? null;
  if (issued.length === 0) world.expectEqual(`what ${ask.act.kind} would cost on ${ask.for}`, null, preview);
  else if (issued.length === 1 && issued.every(isAlone)) expectPreviewOf(world, preview, issued[0]);
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

/** What was shown before each of its days, against what was billed on it. */
function expectAllShown(
  world: World,
  { looks, asks }: PreviewedHistory,
  of: { readonly shown: Shown; readonly billed: BilledHistory | undefined },
): void {
  const { shown, billed } = of;
  const invoices = billed?.invoices ?? [];
  for (const look of looks) expectShown(world, look, { shown, invoices });
  for (const ask of world.can('preview.act') ? asks : []) {
    const subscriptionId = billed?.customer.subscriptionIds.get(ask.subscription) ?? '';
    expectAsked(world, ask, { shown, invoices, subscriptionId });
  }
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
        const asking = world.can('preview.act');
        const besides = previewed.flatMap((one) => [
          ...lookAt(one, shown),
          ...(asking ? askAbout(one, shown) : []),
        ]);
        const billed = await billHistoriesBesides(world, histories, { steps: 'jump', besides });
        for (const one of previewed)
          expectAllShown(world, one, { shown, billed: billed.get(one.history.name) });
      },
    );
  }
});

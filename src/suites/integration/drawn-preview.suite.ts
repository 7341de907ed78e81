import { describe } from 'vitest';
import type { Invoice } from '../../model/billing/invoice.ts';
import { billHistoriesBesides } from '../../scenario/billed-history.ts';
import { check } from '../../scenario/check.ts';
import { everyCalendar } from '../../scenario/drawn/every-calendar.ts';
import { hardCalendars, needsOfCalendars } from '../../scenario/drawn/hard-calendars.ts';
import type { BesidesAct } from '../../scenario/drawn/play-history.ts';
import { previewedHistory } from '../../scenario/drawn/previewed-history.ts';
import { expectPreviewOf } from '../../scenario/preview-agreement.ts';

describe('What generated customers are shown of their next invoice', () => {
  for (const name of ['a month', 'a quarter'] as const) {
    check(
      `is what they get, where they are billed for ${name} at a time`,
      {
        topic: 'preview',
        needs: [...needsOfCalendars, 'preview.invoice'],
        tags: ['@generated'],
        timeoutMs: 60_000,
      },
      async (world) => {
        const calendar = hardCalendars[name];
        const drawn = everyCalendar({ seed: world.seed + 1, calendar, count: world.casesOf(40) });
        const previewed = drawn.flatMap(previewedHistory);
        const shown = new Map<string, Invoice | null>();
        const besides = previewed.map(({ history: { name: who }, shownOn, shownFor }): BesidesAct => {
          const act: BesidesAct['act'] = async (session, played) => {
            const customerId = played.get(who)?.customerId ?? '';
            shown.set(who, await session.previewInvoice(customerId, shownFor));
          };
          return { on: shownOn, act };
        });
        const histories = previewed.map(({ history }) => history);
        const billed = await billHistoriesBesides(world, histories, { steps: 'jump', besides });
        for (const { history, shownFor } of previewed) {
          const invoices = billed.get(history.name)?.invoices ?? [];
          const [issued, ...others] = invoices.filter(({ issueDate }) => issueDate === shownFor);
          // How a day's lines are grouped into invoices is the target's own.
          if (others.length === 0) expectPreviewOf(world, shown.get(history.name) ?? null, issued);
        }
      },
    );
  }
});

import type { Invoice } from '../../model/billing/invoice.ts';
import { addDays, type LocalDate } from '../../model/date.ts';
import { expectedInvoices } from '../../oracle/invoicing/expected-invoices.ts';
import { dayInZone } from '../../oracle/time/time-zone.ts';
import { actsOfSubscription } from '../subscription-acts.ts';
import type { World } from '../world.ts';
import type { AccountLife } from './account-act.ts';
import { expectAsAnnounced, expectCreditUsed, issuedOn } from './account-looks.ts';
import { walletForAll } from './acts-of-credits.ts';
import { type CustomerHistory, firstDay } from './customer-history.ts';
import type { BesidesAct } from './play-history.ts';

/** What is done the evening before a bill is due, after all else, and on its day, before all else. */
export interface AnnouncedBills {
  readonly evenings: readonly BesidesAct[];
  readonly mornings: readonly BesidesAct[];
}

/**
 * The bill that was announced the evening before is the one that comes, down to what the customer's credit pays of it, and no
 * credit is left where something is still due. Of bills on whose day nothing is told: what is told on it may change them.
 */
export function announcedBills(
  world: World,
  history: CustomerHistory,
  lives: ReadonlyMap<string, AccountLife>,
): AnnouncedBills {
  const announced = new Map<LocalDate, Invoice | null>();
  const days = world.can('preview.invoice') ? quietDaysOfBills(world, history) : [];
  const act = (on: LocalDate, done: (life: AccountLife) => Promise<void>): BesidesAct => ({
    on,
    act: async () => {
      const life = lives.get(history.name);
      if (life !== undefined) await done(life);
    },
  });
  return {
    evenings: days.map((day) =>
      act(addDays(day, -1), async ({ contract: { session, customerId } }) => {
        announced.set(day, await session.previewInvoice(customerId, day));
      }),
    ),
    mornings: days.map((day) =>
      act(day, async ({ contract }) => {
        const issued = await issuedOn(contract, day);
        const preview = announced.get(day) ?? null;
        if (preview !== null) expectAsAnnounced(world, preview, issued);
        if (issued !== undefined)
          await expectCreditUsed(world, contract, { issued, walletName: walletForAll });
      }),
    ),
  };
}

function quietDaysOfBills(world: World, history: CustomerHistory): readonly LocalDate[] {
  const { billing } = history;
  const told = new Set([
    ...billing.subscriptions.flatMap(actsOfSubscription).map(({ on }) => on),
    ...billing.usage.map(({ at, arrived }) => arrived ?? dayInZone(at, billing.timeZone)),
    ...(billing.coupons ?? []).map(({ redeemedOn }) => redeemedOn),
    ...billing.discounts.map(({ from }) => from),
  ]);
  const days = expectedInvoices(billing, world.profile).map(({ issueDate }) => issueDate);
  return [...new Set(days)].filter((day) => !told.has(day) && addDays(day, -1) > firstDay([history]));
}

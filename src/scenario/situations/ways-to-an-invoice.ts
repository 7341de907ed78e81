import { addDays, instant, type LocalDate, localDate } from '../../model/date.ts';
import type { Capability } from '../../target/capability.ts';
import { fee, metered, monthlyPlan } from '../drawn/customer-history.ts';
import type { World } from '../world.ts';
import { dunningLevel } from './late-payer.ts';
import type { OpenContract } from './open-contract.ts';
import { eur } from './paying-customer.ts';

export const waysStart = localDate('2026-01-01');
const monthLater = localDate('2026-02-01');

/** A plan that each of the ways can go on. */
export function planOfWays(world: World) {
  const charges = world.can('usage') ? [metered('calls', { kind: 'per-unit', unit: '1.00' })] : [];
  return monthlyPlan('basic', [fee('20.00'), ...charges]);
}

/** Something that happens to a customer who has this plan since the first of January. */
export interface Way {
  readonly title: string;
  readonly needs: readonly Capability[];
  readonly go: (contract: OpenContract, world: World) => Promise<void>;
}

/** A way to an invoice other than that a period begins. */
export interface WayToAnInvoice extends Way {
  /** The day of the invoice, of which there is one more then. */
  readonly on: LocalDate;
  /** Whether it is for others as well who look at their bills before these are final. */
  readonly isForReviewers: boolean;
}

export async function firstInvoiceId({ session, customerId }: OpenContract): Promise<string> {
  return (await session.invoices(customerId))[0]?.id ?? '';
}

export const waysToAnInvoice: readonly WayToAnInvoice[] = [
  {
    title: 'of usage that reaches a threshold',
    on: waysStart,
    isForReviewers: false,
    needs: ['usage', 'price.per-unit', 'usage.thresholds'],
    go: async ({ session, customerId, subscription }, world) => {
      await session.setThresholds(subscription.id, [eur('30.00')]);
      const at = instant('2026-01-01T12:00:00Z');
      const id = `${world.checkId}-calls`;
      await session.sendUsage([{ id, customerId, meter: 'calls', quantity: '40', at }]);
    },
  },
  {
    title: 'that somebody made final',
    on: monthLater,
    isForReviewers: false,
    needs: ['clock', 'invoice.draft'],
    go: async ({ session, customerId }, world) => {
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await session.advanceTo(monthLater);
      for (const { id } of await session.drafts(customerId))
        await session.finalise(`${world.checkId}-final`, id);
    },
  },
  {
    title: 'that became final by itself',
    on: addDays(monthLater, 3),
    isForReviewers: false,
    needs: ['clock', 'invoice.draft', 'invoice.draft-days'],
    go: async ({ session, customerId }) => {
      await session.reviewInvoices(customerId, { kind: 'days', days: 3 });
      await session.advanceTo(addDays(monthLater, 10));
    },
  },
  {
    title: 'that waited for its release',
    on: addDays(monthLater, 10),
    isForReviewers: false,
    needs: ['clock', 'invoice.hold'],
    go: async ({ session, customerId }) => {
      await session.holdInvoices(customerId);
      await session.advanceTo(addDays(monthLater, 10));
      await session.releaseInvoices(customerId);
    },
  },
  {
    title: 'that was charged by hand',
    on: addDays(waysStart, 6),
    isForReviewers: true,
    needs: ['clock', 'invoice.charge'],
    go: async ({ session, customerId }, world) => {
      const key = `${world.checkId}-charge`;
      await session.advanceTo(addDays(waysStart, 6));
      await session.charge({ key, customerId, text: 'Training', amount: eur('12.00'), date: waysStart });
    },
  },
  {
    title: 'in place of one that was taken back',
    on: addDays(waysStart, 9),
    isForReviewers: true,
    needs: ['clock', 'invoice.void', 'invoice.rebill'],
    go: async (contract, world) => {
      const { session } = contract;
      const invoiceId = await firstInvoiceId(contract);
      await session.advanceTo(addDays(waysStart, 4));
      await session.voidInvoice(`${world.checkId}-void`, invoiceId);
      await session.advanceTo(addDays(waysStart, 9));
      await session.rebill({ key: `${world.checkId}-again`, invoiceId, without: [] });
    },
  },
  {
    title: 'of what being late costs',
    on: addDays(waysStart, 5),
    isForReviewers: true,
    needs: ['clock', 'dunning', 'dunning.charges'],
    go: async ({ session }) => {
      await session.setDunningPolicy({
        firstAttempt: 'issue-date',
        retryDays: [],
        ageFrom: 'issue-date',
        threshold: null,
        levels: [dunningLevel('reminder', 5, { fee: '5.00' })],
      });
      await session.advanceTo(addDays(waysStart, 8));
    },
  },
];

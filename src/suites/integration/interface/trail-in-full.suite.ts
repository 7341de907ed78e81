import { describe } from 'vitest';
import { localDate } from '../../../model/date.ts';
import type { BillingSession } from '../../../scenario/billing-session.ts';
import type { CheckOptions } from '../../../scenario/check.ts';
import { check } from '../../../scenario/check.ts';
import { couponOf, percentOff } from '../../../scenario/coupons.ts';
import { expectLifeTraced } from '../../../scenario/drawn/account-trail.ts';
import { needsOfLife } from '../../../scenario/drawn/begin-life.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { nthInvoice } from '../../../scenario/situations/credit-account.ts';
import { type OpenContract, openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import { tracedActs, tracedPlan, tracedStart } from '../../../scenario/situations/traced-acts.ts';

const start = localDate('2026-01-10');
const tags = ['@edge', '@risk-high'];

interface Act {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  readonly act: (session: BillingSession, contract: OpenContract, key: string) => Promise<unknown>;
}

/** What changes what somebody pays, and is done beside contract and invoice. */
const acts: readonly Act[] = [
  {
    what: 'a coupon and its redemption',
    needs: ['coupon'],
    act: async (session, { customerId }, key) => {
      await session.createCoupon(couponOf(`half-${key}`, percentOff('50')));
      await session.redeemCoupon({ key, customerId, code: `half-${key}`, subscriptionId: null });
    },
  },
  {
    what: 'a discount',
    needs: ['discount'],
    act: (session, { customerId }, key) =>
      session.redeemDiscount(customerId, { code: key, kind: 'percent', percent: '10' }),
  },
  {
    what: 'prepaid credits',
    needs: ['wallet'],
    act: async (session, { customerId }, key) => {
      const terms = { rate: '1', priority: 1, expires: null, charges: null } as const;
      const { id: walletId } = await session.openWallet({ key, customerId, name: 'main', ...terms });
      await session.topUpWallet({ key: `${key}-top-up`, walletId, credits: '20' });
    },
  },
  {
    what: 'a charge by hand',
    needs: ['invoice.charge'],
    act: (session, { customerId }, key) =>
      session.charge({ key, customerId, text: 'Training', amount: eur('5.00'), date: start }),
  },
  {
    what: 'a new price list',
    needs: [],
    act: (session) =>
      session.publish(monthlyPlan('later', [fee('90.00')], { effectiveFrom: localDate('2026-06-01') })),
  },
  {
    what: 'a tax rate',
    needs: ['tax'],
    act: (session) => session.setTaxRate({ country: 'DE', ratePercent: '7', from: localDate('2026-06-01') }),
  },
];

describe('The trail of what was changed', () => {
  for (const { what, needs, act } of acts)
    check(
      `Says who it was: ${what}`,
      { topic: 'document', needs: ['price.flat', 'roles', 'audit-trail', ...needs], tags },
      async (world) => {
        const plan = monthlyPlan('basic', [fee('80.00')]);
        const contract = await openContract(world, { customer: 'Acme', plan, start });
        const conrad = await contract.session.asUser({ name: 'Conrad', role: 'controller' });
        const { length } = await contract.session.auditTrail();
        await act(conrad, contract, `${world.checkId}-act`);
        const entries = (await contract.session.auditTrail()).slice(length);
        world.expectThat(entries.length > 0, `Found no entry of ${what}.`);
        world.expectEqual('who did it', ['Conrad'], [...new Set(entries.map(({ user }) => user))]);
      },
    );

  for (const { what, needs, before, about, becomes, act } of tracedActs)
    check(
      `Says who it was that did it: ${what}`,
      { topic: 'document', needs: ['price.flat', 'roles', 'audit-trail', ...needs], tags },
      async (world) => {
        const contract = await openContract(world, {
          customer: 'Acme',
          plan: tracedPlan,
          start: tracedStart,
        });
        const { session } = contract;
        await before?.(contract, `${world.checkId}-act`);
        const ada = await session.asUser({ name: 'Ada', role: 'admin' });
        const { length } = await session.auditTrail();
        await act({ ...contract, session: ada }, `${world.checkId}-act`);
        const entries = (await session.auditTrail()).slice(length);
        world.expectThat(entries.length > 0, `Found no entry of ${what}.`);
        world.expectEqual('who did it', ['Ada'], [...new Set(entries.map(({ user }) => user))]);
        world.expectEqual('in what role', ['admin'], [...new Set(entries.map(({ role }) => role))]);
        if (becomes !== undefined)
          world.expectThat(
            entries.some((entry) => entry.after?.includes(becomes) && !entry.before?.includes(becomes)),
            `Found no entry of ${what} by which it became "${becomes}", and was not that before.`,
          );
        if (about === undefined) return;
        const { customerId } = contract;
        const id = about === 'customer' ? customerId : (await nthInvoice(contract, 1)).id;
        world.expectThat(
          entries.some(({ objectId }) => objectId === id),
          `Found entries of ${what} about ${entries.map(({ objectId }) => objectId).join(', ')}, expected one about ${id}.`,
        );
      },
    );

  check(
    'Keeps all of what was changed, however much that is',
    {
      topic: 'document',
      needs: ['price.flat', 'price.several-fees', 'roles', 'audit-trail', 'invoice.void'],
      tags,
    },
    async (world) => {
      const codes = Array.from({ length: 24 }, (_, index) => `fee-number-${index + 1}-of-many`);
      const plan = monthlyPlan(
        'long',
        codes.map((code) => fee('1.00', code)),
      );
      const contract = await openContract(world, { customer: 'Acme', plan, start });
      const { session } = contract;
      const { id, number } = await nthInvoice(contract, 1);
      await session.voidInvoice(`${world.checkId}-void`, id);
      const entry = (await session.auditTrail()).findLast(({ objectId }) => objectId === id);
      for (const [when, state] of [
        ['before', entry?.before],
        ['afterwards', entry?.after],
      ] as const) {
        const missing = codes.filter((code) => state?.includes(code) !== true);
        world.expectEqual(`lines of ${number} that the trail does not know of ${when}`, [], missing);
      }
    },
  );
});

describe('The trail of later days', () => {
  check(
    'goes on over the ends of months and years',
    { topic: 'document', needs: ['clock', 'tax', 'roles', 'audit-trail'], tags },
    async (world) => {
      const session = await world.target(start);
      const days = ['2026-01-31', '2026-02-28', '2026-12-31', '2027-01-01', '2028-02-29'].map(localDate);
      for (const day of days) {
        await session.advanceTo(day);
        const { length } = await session.auditTrail();
        await session.setTaxRate({ country: 'DE', ratePercent: '7', from: day });
        const entries = (await session.auditTrail()).slice(length);
        world.expectEqual(
          `days of what was written down of ${day}`,
          [day],
          entries.map(({ on }) => on),
        );
      }
    },
  );
});

describe('The trail of an account to which anything may happen', () => {
  for (const name of ['first', 'second'])
    check(
      `The ${name} one: what is done by whom it may be stands there in his name, and stays`,
      {
        topic: 'document',
        needs: [...needsOfLife, 'roles', 'audit-trail'],
        tags: ['@generated', '@risk-high'],
        timeoutMs: 60_000,
      },
      (world) => expectLifeTraced(world, `trail of the ${name}`),
    );
});

describe('The trail, of two acts that are not the same', () => {
  check(
    'has two names: what was paid is not what went back, and what was voided not what was billed again',
    {
      topic: 'document',
      needs: [
        'price.flat',
        'payment',
        'payment.refund',
        'credit-note',
        'invoice.void',
        'invoice.rebill',
        'payment.write-off',
        'audit-trail',
      ],
      tags,
    },
    async (world) => {
      const contract = await openContract(world, { customer: 'Acme', plan: tracedPlan, start: tracedStart });
      const { session } = contract;
      const { id: invoiceId } = await nthInvoice(contract, 1);
      const key = (what: string) => `${world.checkId}-${what}`;
      const note = { part: { kind: 'whole' }, reason: 'goodwill', invoiceId } as const;
      const { length: before } = await session.auditTrail();
      const { id: paymentId } = await session.pay({ key: key('pay'), invoiceId, amount: eur('5.00') });
      await session.refund({ key: key('back'), paymentId, amount: eur('5.00') });
      const { id: noteId } = await session.creditNote({ key: key('note'), ...note });
      await session.voidCreditNote(key('note-back'), noteId);
      await session.voidInvoice(key('void'), invoiceId);
      const { id: again } = await session.rebill({ key: key('again'), invoiceId, without: [] });
      await session.writeOff(key('lost'), again);
      const names = (await session.auditTrail()).slice(before).map(({ action }) => action);
      world.expectEqual('names of seven acts', 7, new Set(names).size);
    },
  );
});

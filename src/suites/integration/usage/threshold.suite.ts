import { describe } from 'vitest';
import type { PriceModel } from '../../../model/billing/price.ts';
import { instant, localDate } from '../../../model/date.ts';
import { type Money, moneyAmount, sumMoney } from '../../../model/money.ts';
import { answer } from '../../../oracle/answer.ts';
import { type BillingSession, refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { fee, metered, monthlyPlan, taxFrom } from '../../../scenario/drawn/customer-history.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { eur } from '../../../scenario/situations/paying-customer.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['clock', 'price.flat', 'price.per-unit', 'usage', 'tax', 'usage.thresholds'] as const;
const topic = 'usage' as const;
const start = localDate('2026-01-01');
const monthLater = localDate('2026-02-01');
const perUnit: PriceModel = { kind: 'per-unit', unit: '2.00' };

interface Metered {
  readonly session: BillingSession;
  readonly customerId: string;
  readonly subscriptionId: string;
}

/** EUR 10.00 a month in advance, invoiced with 19% on the first day; calls afterwards, or as soon as they reach a threshold. */
async function meteredCustomer(
  world: World,
  of: { readonly thresholds: readonly string[]; readonly price?: PriceModel; readonly minimum?: string },
): Promise<Metered> {
  const { thresholds, price = perUnit, minimum } = of;
  const session = await world.target(start);
  await session.setTaxRate({ country: 'DE', ...taxFrom('2026-01-01', '19') });
  const calls = metered('calls', price, minimum === undefined ? {} : { minimum });
  const plan = monthlyPlan('metered', [fee('10.00'), calls]);
  const { customerId, subscription } = await openContract(world, { customer: 'Acme', plan, start, session });
  await session.setThresholds(subscription.id, thresholds.map(eur));
  return { session, customerId, subscriptionId: subscription.id };
}

function use(
  session: BillingSession,
  customerId: string,
  of: { readonly id: string; readonly quantity: string },
) {
  const at = instant('2026-01-01T12:00:00Z');
  return session.sendUsage([{ ...of, customerId, meter: 'calls', at }]);
}

/** What each invoice charges before tax, in order of issue. */
async function nets({ session, customerId }: Metered): Promise<readonly string[]> {
  return (await session.invoices(customerId)).map(({ subtotal }) => moneyAmount(subtotal));
}

function usageOf(invoices: readonly { readonly lines: readonly { kind: string; net: Money }[] }[]): Money {
  const lines = invoices.flatMap((invoice) => invoice.lines).filter(({ kind }) => kind === 'usage');
  return sumMoney(
    lines.map(({ net }) => net),
    'EUR',
  );
}

const models: readonly { readonly name: string; readonly price: PriceModel }[] = [
  { name: 'at one price', price: perUnit },
  {
    name: 'in tiers',
    price: {
      kind: 'graduated',
      tiers: [
        { upTo: '50', unit: '1.333', flat: '0' },
        { upTo: null, unit: '0.777', flat: '5.00' },
      ],
    },
  },
];

describe('Usage that reaches a threshold', () => {
  for (const { name, price } of models)
    check(
      `is invoiced at once, and the end of the period bills the rest: ${name}`,
      { topic, needs: [...needs, 'price.graduated'], tags: ['@risk-high', '@close'] },
      async (world) => {
        const thresholds = ['30.00', '60.00', '100.00'];
        const usage = ['10', '7', '3', '20.5', '4', '30', '1'];
        const question = {
          kind: 'interim-bills',
          currency: 'EUR',
          price,
          thresholds,
          usage,
          fee: '10.00',
        } as const;
        const expected = answer(question, world.profile).answer;
        if (expected.kind !== 'interim-bills') return;
        const contract = await meteredCustomer(world, { thresholds, price });
        for (const [index, quantity] of usage.entries())
          await use(contract.session, contract.customerId, { id: `${world.checkId}-${index}`, quantity });
        world.expectThat(expected.interims.length > 1, 'The usage reaches less than two thresholds.');
        world.expectEqual('invoices before the end', ['10.00', ...expected.interims], await nets(contract));
        await contract.session.advanceTo(monthLater);
        world.expectEqual(
          'all invoices',
          ['10.00', ...expected.interims, expected.final],
          await nets(contract),
        );
      },
    );

  check(
    'is billed once, however often and at once it comes',
    { topic, needs, tags: ['@risk-high'] },
    async (world) => {
      const contract = await meteredCustomer(world, { thresholds: ['30.00'] });
      const { session, customerId } = contract;
      const send = (id: string) => use(session, customerId, { id: `${world.checkId}-${id}`, quantity: '20' });
      await Promise.all([send('a'), send('a'), send('a')]);
      world.expectEqual('invoices', ['10.00', '40.00'], await nets(contract));
      await Promise.all([send('b'), send('c'), send('d')]);
      world.expectEqual('invoices after more usage', ['10.00', '40.00'], await nets(contract));
      await session.bill(start);
      await session.advanceTo(monthLater);
      // 80 calls at 2.00, of which 20 were billed.
      world.expectEqual('invoices in the end', ['10.00', '40.00', '130.00'], await nets(contract));
      world.expectMoney({
        measure: 'usage billed in all',
        expected: eur('160.00'),
        actual: usageOf(await session.invoices(customerId)),
        nature: 'charge',
        customer: 'Acme',
        explanation: '80 calls at EUR 2.00, each billed once.',
      });
    },
  );

  check('is not invoiced before it does, and is reached to the cent', { topic, needs }, async (world) => {
    const contract = await meteredCustomer(world, {
      thresholds: ['30.00'],
      price: { kind: 'per-unit', unit: '0.01' },
    });
    const { session, customerId } = contract;
    await use(session, customerId, { id: `${world.checkId}-1`, quantity: '2999' });
    world.expectEqual('a cent below', ['10.00'], await nets(contract));
    await use(session, customerId, { id: `${world.checkId}-2`, quantity: '1' });
    world.expectEqual('on the threshold', ['10.00', '30.00'], await nets(contract));
  });

  check(
    'makes no invoice final for a customer whose bills wait for somebody to look at them',
    { topic, needs: [...needs, 'invoice.draft'], tags: ['@edge', '@risk-high'] },
    async (world) => {
      const contract = await meteredCustomer(world, { thresholds: ['30.00'] });
      const { session, customerId } = contract;
      await session.reviewInvoices(customerId, { kind: 'by-hand' });
      await use(session, customerId, { id: `${world.checkId}-1`, quantity: '20' });
      world.expectEqual('invoices that are final', ['10.00'], await nets(contract));
      await session.advanceTo(monthLater);
      world.expectEqual('invoices that are final a month later', ['10.00'], await nets(contract));
      for (const { id } of await session.drafts(customerId))
        await session.finalise(`${world.checkId}-${id}`, id);
      world.expectMoney({
        measure: 'usage billed in all',
        expected: eur('40.00'),
        actual: usageOf(await session.invoices(customerId)),
        nature: 'charge',
        customer: 'Acme',
        explanation: '20 calls at EUR 2.00, billed once.',
      });
    },
  );

  for (const [what, thresholds] of [
    ['taken away', []],
    ['put higher', ['90.00']],
  ] as const)
    check(
      `is billed at the end of the period where it was ${what} before`,
      { topic, needs, tags: ['@edge'] },
      async (world) => {
        const contract = await meteredCustomer(world, { thresholds: ['30.00'] });
        const { session, customerId, subscriptionId } = contract;
        await session.setThresholds(subscriptionId, thresholds.map(eur));
        await use(session, customerId, { id: `${world.checkId}-1`, quantity: '40' });
        world.expectEqual('invoices before the end', ['10.00'], await nets(contract));
        await session.advanceTo(monthLater);
        world.expectEqual('invoices a month later', ['10.00', '90.00'], await nets(contract));
      },
    );

  check('counts anew in each period', { topic, needs }, async (world) => {
    const contract = await meteredCustomer(world, { thresholds: ['30.00'] });
    const { session, customerId } = contract;
    await use(session, customerId, { id: `${world.checkId}-1`, quantity: '20' });
    await session.advanceTo(monthLater);
    const at = instant('2026-02-01T12:00:00Z');
    const february = { customerId, meter: 'calls', at };
    await session.sendUsage([{ ...february, id: `${world.checkId}-2`, quantity: '14' }]);
    world.expectEqual('below it', ['10.00', '40.00', '10.00'], await nets(contract));
    await session.sendUsage([{ ...february, id: `${world.checkId}-3`, quantity: '2' }]);
    world.expectEqual('beyond it', ['10.00', '40.00', '10.00', '32.00'], await nets(contract));
  });

  check(
    'owes its minimum at the end of the period, less what was billed',
    { topic, needs: [...needs, 'price.minimum'] },
    async (world) => {
      const contract = await meteredCustomer(world, { thresholds: ['30.00'], minimum: '50.00' });
      const { session, customerId } = contract;
      await use(session, customerId, { id: `${world.checkId}-1`, quantity: '16' });
      world.expectEqual('ahead of the end', ['10.00', '32.00'], await nets(contract));
      await session.advanceTo(monthLater);
      // 10.00 for February, and 18.00 from 32.00 to 50.00.
      world.expectEqual('in the end', ['10.00', '32.00', '28.00'], await nets(contract));
    },
  );

  check(
    'is announced without what was billed ahead',
    { topic, needs: [...needs, 'preview.invoice'] },
    async (world) => {
      const contract = await meteredCustomer(world, { thresholds: ['30.00'] });
      const { session, customerId } = contract;
      await use(session, customerId, { id: `${world.checkId}-1`, quantity: '20' });
      await use(session, customerId, { id: `${world.checkId}-2`, quantity: '3' });
      const announced = await session.previewInvoice(customerId, monthLater);
      await session.advanceTo(monthLater);
      const last = (await session.invoices(customerId)).at(-1);
      world.expectEqual('announced', eur('16.00'), announced?.subtotal);
      world.expectEqual('billed', announced?.lines, last?.lines);
    },
  );

  check(
    'is not billed again when its invoice is taken back',
    { topic, needs: [...needs, 'invoice.void', 'invoice.rebill'], tags: ['@risk-high'] },
    async (world) => {
      const contract = await meteredCustomer(world, { thresholds: ['30.00'] });
      const { session, customerId } = contract;
      await use(session, customerId, { id: `${world.checkId}-1`, quantity: '20' });
      const interim = (await session.invoices(customerId)).at(-1);
      const key = `${world.checkId}-void`;
      await session.voidInvoice(key, interim?.id ?? '');
      await refusalOf(session.voidInvoice(`${key}-again`, interim?.id ?? ''));
      const { subtotal } = await session.rebill({
        key: `${key}-rebill`,
        invoiceId: interim?.id ?? '',
        without: [],
      });
      world.expectEqual('billed again as it was', eur('40.00'), subtotal);
      await use(session, customerId, { id: `${world.checkId}-2`, quantity: '2' });
      await session.advanceTo(monthLater);
      const inForce = (await session.invoices(customerId)).filter(({ status }) => status !== 'void');
      world.expectMoney({
        measure: 'usage billed in all, without what is void',
        expected: eur('44.00'),
        actual: usageOf(inForce),
        nature: 'charge',
        customer: 'Acme',
        explanation: '22 calls at EUR 2.00.',
      });
    },
  );
});

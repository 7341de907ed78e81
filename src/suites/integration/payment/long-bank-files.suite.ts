import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { moneyAmount, moneyOf } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { mandateFor, readCollection, statement } from '../../../scenario/situations/bank-street.ts';
import { openContract } from '../../../scenario/situations/open-contract.ts';
import { billingStart } from '../../../scenario/situations/paying-customer.ts';
import { orderFor } from '../../../scenario/situations/withdrawn-plan.ts';
import type { World } from '../../../scenario/world.ts';

const needs = ['price.flat', 'payment', 'bank.files'] as const;
const topic = 'payment' as const;
const tags = ['@edge', '@risk-high'];
const yearly = { interval: { unit: 'year', count: 1 } } as const;

/** Acme has as many subscriptions, each for so much a year, and an invoice of each. */
async function manyInvoices(world: World, count: number, amount: string) {
  const plan = monthlyPlan('basic', [fee(amount)], yearly);
  const contract = await openContract(world, { customer: 'Acme', plan, start: billingStart });
  for (let more = 2; more <= count; more += 1) {
    const key = `${world.checkId}-${more}`;
    await orderFor(world, contract, { plan: 'basic', start: billingStart, key });
  }
  const invoices = await contract.session.invoices(contract.customerId);
  world.expectEqual('invoices to begin with', count, invoices.length);
  return { ...contract, invoices };
}

describe('A long file', () => {
  check(
    'of direct debits asks for all of 60 invoices, and sums them',
    { topic, needs: [...needs, 'clock'], tags },
    async (world) => {
      const { session, customerId, invoices } = await manyInvoices(world, 60, '16.67');
      await mandateFor(session, customerId, { reference: 'M-1' });
      await session.advanceTo(addDays(billingStart, 20));
      const file = await session.collectionFile(`${world.checkId}-file`, addDays(billingStart, 40));
      const read = readCollection(file.content);
      // Sixty times 16.67.
      world.expectEqual(
        'number and sum in the head of the file',
        { count: '60', sum: '1000.20' },
        read.stated,
      );
      world.expectEqual(
        'invoices that are asked for',
        invoices.map(({ number }) => number).toSorted(),
        read.items.map(({ number }) => number).toSorted(),
      );
    },
  );

  check(
    'of the bank has one line that pays all of twelve invoices that it names',
    { topic, needs, tags },
    async (world) => {
      const { session, customerId, invoices } = await manyInvoices(world, 12, '10.00');
      // Named from the last one to the first: what is short is short of the first.
      const text = invoices.map(({ number }) => number).toReversed();
      await session.importStatement(
        statement({ reference: 'B-1', amount: '117.00', text: text.join(' and ') }),
      );
      const left = (await session.invoices(customerId)).map(({ due }) => moneyAmount(due)).toSorted();
      world.expectEqual('left to pay of 12 times 10.00', [...Array(11).fill('0.00'), '3.00'], left);
    },
  );

  check('of the bank books all of 130 transfers', { topic, needs, tags }, async (world) => {
    const { session, customerId, invoices } = await manyInvoices(world, 1, '200.00');
    const [{ number = '' } = {}] = invoices;
    // 0.01 to 1.30: EUR 85.15.
    const lines = Array.from({ length: 130 }, (_, index) => ({
      reference: `B-${index + 1}`,
      amount: `${Math.floor((index + 1) / 100)}.${String((index + 1) % 100).padStart(2, '0')}`,
      text: number,
    }));
    const results = await session.importStatement(statement(...lines));
    world.expectEqual('lines that were booked', 130, results.filter(({ kind }) => kind === 'matched').length);
    const [invoice] = await session.invoices(customerId);
    world.expectMoney({
      measure: 'left to pay',
      expected: moneyOf(114_85n, 'EUR'),
      actual: invoice?.due ?? moneyOf(0n, 'EUR'),
      nature: 'charge',
      customer: 'Acme',
      explanation: 'EUR 200.00 less 130 transfers of EUR 0.01 to 1.30.',
    });
  });
});

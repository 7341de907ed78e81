import { describe } from 'vitest';
import { addDays } from '../../../model/date.ts';
import { parseMoney } from '../../../model/money.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import { bankStreet, debitsOf, readCollection } from '../../../scenario/situations/bank-street.ts';
import { billingStart } from '../../../scenario/situations/paying-customer.ts';

const needs = ['clock', 'price.flat', 'payment', 'bank.files'] as const;
const topic = 'payment' as const;
const tags = ['@edge', '@risk-high'];
const dueUpTo = addDays(billingStart, 40);

/** The examples of the registry of ISO 13616: letters within, the shortest, the longest. */
const accounts = {
  germany: 'DE89370400440532013000',
  britain: 'GB29NWBK60161331926819',
  france: 'FR1420041010050500013M02606',
  norway: 'NO9386011117947',
  malta: 'MT84MALT011000012345MTLCAST001S',
} as const;

describe('A direct debit', () => {
  check(
    "takes each sum from its debtor's own account, by his own mandate",
    { topic, needs, tags },
    async (world) => {
      const amounts = ['10.00', '20.00', '30.00', '40.00'];
      const { session, customers } = await bankStreet(
        world,
        amounts.map((amount, index) => ({ name: `Debtor ${index + 1}`, amount })),
      );
      // The references go down where the customers go up.
      const mandates = [accounts.germany, accounts.britain, accounts.france, accounts.malta].map(
        (iban, index) => ({
          iban,
          reference: `MANDATE-${9 - index}`,
          signedOn: addDays(billingStart, -10 * index),
        }),
      );
      for (const [index, mandate] of mandates.entries())
        await session.signMandate({ ...mandate, customerId: customers[index]?.id ?? '' });
      await session.advanceTo(addDays(billingStart, 20));
      const { content } = await session.collectionFile(`${world.checkId}-file`, dueUpTo);
      const expected = mandates.map((mandate, index) => ({
        number: customers[index]?.invoice.number ?? '',
        currency: 'EUR',
        amount: amounts[index] ?? '',
        ...mandate,
      }));
      world.expectEqual(
        'debits by invoice',
        expected.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
        debitsOf(content).toSorted((a, b) => (a.number < b.number ? -1 : 1)),
      );
    },
  );

  check(
    'goes by the mandate that was signed last, and asks for several invoices of one debtor each by itself',
    { topic, needs, tags },
    async (world) => {
      const { session, customers } = await bankStreet(world, [{ name: 'Acme', amount: '12.34' }]);
      const [{ id: customerId = '' } = {}] = customers;
      const old = { iban: accounts.germany, reference: 'OLD', signedOn: billingStart };
      const latest = { iban: accounts.norway, reference: 'NEW', signedOn: addDays(billingStart, 5) };
      await session.signMandate({ ...old, customerId });
      await session.advanceTo(addDays(billingStart, 5));
      await session.signMandate({ ...latest, customerId });
      await session.advanceTo(addDays(billingStart, 62));
      const { content } = await session.collectionFile(`${world.checkId}-file`, addDays(billingStart, 90));
      const invoices = await session.invoices(customerId);
      world.expectEqual('invoices', 3, invoices.length);
      world.expectEqual(
        'debits',
        invoices.map(({ number }) => ({ number, currency: 'EUR', amount: '12.34', ...latest })),
        debitsOf(content).toSorted((a, b) => (a.number < b.number ? -1 : 1)),
      );
      const { stated } = readCollection(content);
      world.expectEqual('number and sum in the head of the file', { count: '3', sum: '37.02' }, stated);
    },
  );

  check('asks nobody for euros who owes another currency', { topic, needs, tags }, async (world) => {
    const { session, customers } = await bankStreet(world, [
      { name: 'Globex', amount: '100.00', currency: 'USD' },
      { name: 'Acme', amount: '7.50', currency: 'EUR' },
      { name: 'Sakura', amount: '1000', currency: 'JPY' },
    ]);
    for (const [index, { id: customerId }] of customers.entries())
      await session.signMandate({
        customerId,
        iban: accounts.germany,
        reference: `M-${index}`,
        signedOn: billingStart,
      });
    await session.advanceTo(addDays(billingStart, 20));
    const { content } = await session.collectionFile(`${world.checkId}-file`, dueUpTo);
    const read = readCollection(content);
    const [, acme] = customers;
    world.expectEqual(
      'what it asks for',
      [{ number: acme?.invoice.number, amount: parseMoney('7.50', 'EUR'), name: 'Acme' }],
      read.items,
    );
    world.expectEqual('number and sum in the head of the file', { count: '1', sum: '7.50' }, read.stated);
  });

  for (const [country, iban] of Object.entries(accounts))
    check(
      `takes an account of ${country[0]?.toUpperCase()}${country.slice(1)}, and none with two signs turned round`,
      { topic, needs: ['price.flat', 'payment', 'bank.files'], tags },
      async (world) => {
        const { session, customers } = await bankStreet(world, [{ name: 'Kim', amount: '5.00' }]);
        const mandate = { customerId: customers[0]?.id ?? '', reference: 'M-1', signedOn: billingStart };
        const turned = turnedRound(iban);
        world.expectRefused(
          await refusalOf(session.signMandate({ ...mandate, iban: turned })),
          `The target took the account number ${turned}.`,
        );
        world.expectEqual(
          'the right one',
          'accepted',
          await refusalOf(session.signMandate({ ...mandate, iban })),
        );
      },
    );
});

/** The last two signs that differ from each other, the other way round: the most usual slip of the pen. */
function turnedRound(iban: string): string {
  const signs = [...iban];
  const at = signs.findLastIndex((sign, index) => index > 4 && sign !== signs[index - 1]);
  return [...signs.slice(0, at - 1), signs[at], signs[at - 1], ...signs.slice(at + 1)].join('');
}

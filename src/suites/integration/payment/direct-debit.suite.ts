import { describe } from 'vitest';
import { addDays, localDate } from '../../../model/date.ts';
import { refusalOf } from '../../../scenario/billing-session.ts';
import { check } from '../../../scenario/check.ts';
import {
  bankStreet,
  mandateFor,
  readCollection,
  threeOwe,
} from '../../../scenario/situations/bank-street.ts';
import { billingStart, eur } from '../../../scenario/situations/paying-customer.ts';

const needs = ['price.flat', 'payment', 'bank.files'] as const;
const topic = 'payment' as const;
const afterTerm = addDays(billingStart, 60);

describe('A file of direct debits', () => {
  const collecting = [...needs, 'clock'] as const;

  check(
    'asks for all that is due, with its exact sum',
    { topic, needs: collecting, tags: ['@risk-high'] },
    async (world) => {
      const street = await bankStreet(world, [
        { name: 'Acme', amount: '0.10' },
        { name: 'Müller & Söhne <Bau>', amount: '0.20' },
        { name: 'Kim', amount: '4.35' },
        { name: 'Without a mandate', amount: '7.00' },
      ]);
      const { session, customers } = street;
      for (const [index, { id }] of customers.slice(0, 3).entries())
        await mandateFor(session, id, { reference: `M-${index}` });
      const [acme] = customers;
      await session.pay({
        key: `${world.checkId}-pay`,
        invoiceId: acme?.invoice.id ?? '',
        amount: eur('0.03'),
      });
      const early = session.collectionFile(`${world.checkId}-early`, addDays(billingStart, -1));
      world.expectRefused(await refusalOf(early), 'The target collects what is not due.');
      await session.advanceTo(addDays(billingStart, 20));
      const { content } = await session.collectionFile(`${world.checkId}-file`, addDays(billingStart, 20));
      const read = readCollection(content);
      world.expectEqual('number and sum in the head of the file', read.real, read.stated);
      world.expectThat(read.isWellFormed, 'The file is no XML: a sign of a name stands there as it is.');
      // EUR 0.03 of 0.10 were paid.
      const amounts = ['0.07', '0.20', '4.35'].map(eur);
      world.expectEqual(
        'what it asks for',
        customers
          .slice(0, 3)
          .map(({ name, invoice }, index) => ({ number: invoice.number, amount: amounts[index], name })),
        read.items,
      );
    },
  );

  check(
    'asks on the last day to pay for what is due on it, and sums thousands like any other amount',
    { topic, needs: collecting, tags: ['@edge', '@risk-high'] },
    async (world) => {
      const people = [
        { name: 'A & B & C <Bau> "Ost" O\'Neil', amount: '1234567.89' },
        { name: 'Kim', amount: '765.43' },
        // 70 signs, as many as SEPA allows.
        { name: `${'Gesellschaft für Anlagenbau '.repeat(2)}und Vermietung`, amount: '0.01' },
      ];
      const { session, customers } = await bankStreet(world, people);
      for (const [index, { id }] of customers.entries())
        await mandateFor(session, id, { reference: `M-${index}` });
      const [due = billingStart] = customers.map(({ invoice }) => invoice.dueDate ?? invoice.issueDate);
      await session.advanceTo(due);
      const { content } = await session.collectionFile(`${world.checkId}-file`, due);
      const read = readCollection(content);
      world.expectThat(read.isWellFormed, 'The file is no XML: a sign of a name stands there as it is.');
      // 1,234,567.89, 765.43 and 0.01, written as the scheme has it: a point, and nothing between thousands.
      world.expectEqual(
        'number and sum in the head of the file',
        { count: '3', sum: '1235333.33' },
        read.stated,
      );
      world.expectEqual(
        'what it asks for',
        customers.map(({ name, invoice }, index) => ({
          number: invoice.number,
          amount: eur(people[index]?.amount ?? '0'),
          name,
        })),
        read.items,
      );
    },
  );

  check('asks for an invoice once', { topic, needs: collecting, tags: ['@risk-high'] }, async (world) => {
    const street = await threeOwe(world);
    const { session, customers } = street;
    for (const [index, { id }] of customers.entries())
      await mandateFor(session, id, { reference: `M-${index}` });
    await session.pay({
      key: `${world.checkId}-pay`,
      invoiceId: customers[2]?.invoice.id ?? '',
      amount: eur('30.10'),
    });
    await session.advanceTo(addDays(billingStart, 20));
    const key = `${world.checkId}-file`;
    const files = await Promise.all(
      [1, 2, 3].map(() => session.collectionFile(key, addDays(billingStart, 20))),
    );
    world.expectEqual('different files of one key', 1, new Set(files.map(({ content }) => content)).size);
    const asked = readCollection(files[0]?.content ?? '').items.map(({ number }) => number);
    world.expectEqual(
      'asked for',
      customers.slice(0, 2).map(({ invoice }) => invoice.number),
      asked,
    );
    const again = session.collectionFile(`${key}-next`, addDays(billingStart, 20));
    world.expectRefused(await refusalOf(again), 'The target asks for the same invoices a second time.');
    await session.advanceTo(afterTerm);
    const later = readCollection((await session.collectionFile(`${key}-later`, afterTerm)).content);
    world.expectThat(
      later.items.length > 0,
      'The next file asks for nothing, although new invoices are due.',
    );
    world.expectEqual(
      'asked for twice',
      [],
      later.items.filter(({ number }) => asked.includes(number)),
    );
  });

  check(
    'asks for nothing of what was paid, credited or is none, also of somebody who owes another invoice',
    { topic, needs: [...collecting, 'payment.receive'], tags: ['@edge'] },
    async (world) => {
      const street = await bankStreet(world, [
        { name: 'Acme', amount: '10.00' },
        { name: 'Kim', amount: '0.004' },
      ]);
      const { session, customers } = street;
      for (const [index, { id }] of customers.entries())
        await mandateFor(session, id, { reference: `M-${index}` });
      const [acme] = customers;
      await session.advanceTo(localDate('2026-04-01'));
      const [first, second, third, fourth] = await session.invoices(acme?.id ?? '');
      await session.pay({
        key: `${world.checkId}-pay`,
        invoiceId: second?.id ?? '',
        amount: second?.due ?? eur('10.00'),
      });
      if (world.can('credit-note') && third !== undefined)
        await session.creditNote({
          key: `${world.checkId}-note`,
          invoiceId: third.id,
          part: { kind: 'whole' },
          reason: 'goodwill',
        });
      const { content } = await session.collectionFile(`${world.checkId}-file`, localDate('2026-06-01'));
      const open = [first, ...(world.can('credit-note') ? [] : [third]), fourth];
      const read = readCollection(content);
      world.expectEqual(
        'asked for',
        open.map((invoice) => ({ number: invoice?.number, amount: eur('10.00'), name: 'Acme' })),
        read.items,
      );
      world.expectEqual('number and sum in the head of the file', read.real, read.stated);
    },
  );

  check(
    'asks for what is left of an invoice, whichever part of it was settled otherwise',
    {
      topic,
      needs: [...collecting, 'payment.receive', 'balance', 'credit-note'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const { session, customers } = await bankStreet(world, [{ name: 'Acme', amount: '10.00' }]);
      const [{ id: customerId = '', invoice: january = null } = {}] = customers;
      if (january === null) return;
      await mandateFor(session, customerId, { reference: 'M-1' });
      // EUR 4.00 more than January: they are used on February.
      const key = `${world.checkId}-transfer`;
      await session.receive({ key, customerId, amount: eur('14.00'), invoiceIds: [january.id] });
      await session.advanceTo(localDate('2026-05-01'));
      const [, february, march, april, may] = await session.invoices(customerId);
      await session.creditNote({
        key: `${world.checkId}-note`,
        invoiceId: march?.id ?? '',
        part: { kind: 'lines', lines: [{ line: 0, net: eur('3.25') }] },
        reason: 'goodwill',
      });
      await session.pay({
        key: `${world.checkId}-pay`,
        invoiceId: april?.id ?? '',
        amount: eur('0.50'),
      });
      const { content } = await session.collectionFile(`${world.checkId}-file`, localDate('2026-06-01'));
      const left = ['6.00', '6.75', '9.50', '10.00'];
      const read = readCollection(content);
      world.expectEqual(
        'asked for',
        [february, march, april, may].map((invoice, index) => ({
          number: invoice?.number,
          amount: eur(left[index] ?? '0'),
          name: 'Acme',
        })),
        read.items,
      );
      world.expectEqual('number and sum in the head of the file', read.real, read.stated);
    },
  );

  check('takes no account number with a wrong digit', { topic, needs }, async (world) => {
    const { session, customers } = await threeOwe(world);
    const wrong = { customerId: customers[0]?.id ?? '', reference: 'M-1', signedOn: billingStart };
    for (const iban of ['DE89370400440532013001', 'DE98370400440532013000', 'DE8937040044053201300'])
      world.expectRefused(
        await refusalOf(session.signMandate({ ...wrong, iban })),
        `The target took the account number ${iban}.`,
      );
    await session.signMandate({ ...wrong, iban: 'DE89370400440532013000' });
  });
});

import { describe } from 'vitest';
import { parseMoney } from '../../../model/money.ts';
import { check } from '../../../scenario/check.ts';
import { fee, monthlyPlan } from '../../../scenario/drawn/customer-history.ts';
import { statement } from '../../../scenario/situations/bank-street.ts';
import { billingStart } from '../../../scenario/situations/paying-customer.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

describe('A transfer for one of several series of numbers', () => {
  check(
    'pays the invoice of the series that it names, though another series has the same number in it',
    {
      topic: 'payment',
      needs: ['price.flat', 'payment', 'bank.files', 'legal-entity'],
      tags: ['@edge', '@risk-high'],
    },
    async (world) => {
      const session = await world.target(billingStart);
      await session.publish(monthlyPlan('basic', [fee('50.00')]));
      // The first one stays with whoever invoices by himself.
      const entities = [null, 'AT-', 'B2B-', 'CH7-'] as const;
      const customers: { readonly id: string; readonly number: string }[] = [];
      for (const [index, numberPrefix] of entities.entries()) {
        const key = `${world.checkId}-${index}`;
        const who = { name: `Customer ${index}`, country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' };
        const { id } = await session.createCustomer({ key, ...who });
        if (numberPrefix !== null) {
          const entity = `entity-${index}`;
          await session.createLegalEntity({ key: entity, name: entity, numberPrefix, currency: 'EUR' });
          await session.assignToEntity(id, entity);
        }
        const order = { plan: 'basic', start: billingStart, quantity: '1', billing: 'anniversary' } as const;
        await session.subscribe({ key: `${key}-order`, customerId: id, ...order });
        const [invoice] = await session.invoices(id);
        customers.push({ id, number: invoice?.number ?? '' });
      }
      const amounts = ['1.00', '2.00', '3.00', '4.00'];
      const results = await session.importStatement(
        statement(
          ...customers.map(({ number }, index) => ({
            reference: `B${index}`,
            amount: amounts[index] ?? '',
            text: `Invoice ${number}, thank you`,
          })),
        ),
      );
      world.expectEqual(
        'results',
        customers.map(() => 'matched'),
        results.map(({ kind }) => kind),
      );
      const paid = [];
      for (const { id } of customers)
        paid.push(...(await session.invoices(id)).map((invoice) => invoice.paid));
      world.expectEqual('paid by customer', amounts.map(eur), paid);
    },
  );
});

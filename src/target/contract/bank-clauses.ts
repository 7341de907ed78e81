import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireThat } from './clause.ts';
import { firstDay, monthLater, startingPoint } from './starting-point.ts';

/** Files to the bank and from it. */
export const bankClauses: readonly ContractClause[] = [
  {
    promise: 'asks the bank for what is due, and books what its statement says, once',
    needs: ['price.flat', 'payment', 'bank.files'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'bank');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to pay.');
      const iban = 'DE89370400440532013000';
      await session.signMandate({ customerId: customer.id, iban, reference: 'M1', signedOn: firstDay });
      const { content } = await session.collectionFile('file', monthLater);
      requireThat(
        content.includes(`<EndToEndId>${invoice.number}</EndToEndId>`) && content.includes('>30.00<'),
        `the file: found no ${invoice.number} of 30.00 in it, expected it.`,
      );
      const heading = 'reference,booked,amount,currency,text,name';
      const lines = [
        heading,
        `B1,2026-01-01,12.00,EUR,${invoice.number},N`,
        'B2,2026-01-01,5.00,EUR,thanks,N',
      ];
      const first = await session.importStatement(lines.join('\n'));
      const again = await session.importStatement(lines.join('\n'));
      const kinds = [...first, ...again].map(({ kind }) => kind).join(' ');
      requireThat(
        kinds === 'matched unapplied known known',
        `results of a statement and its repeat: found ${kinds}, expected matched unapplied known known.`,
      );
      requireMoney('due after 12.00', (await session.invoice(invoice.id)).due, parseMoney('18.00', 'EUR'));
      requireThat((await session.unappliedCash()).length === 1, 'unapplied cash: expected one booking.');
      await session.applyCash('B2', customer.id);
      requireMoney(
        'due after 5.00 more',
        (await session.invoice(invoice.id)).due,
        parseMoney('13.00', 'EUR'),
      );
    },
  },
];

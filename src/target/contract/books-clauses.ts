import { moneyAmount, moneyOf } from '../../model/money.ts';
import { type ContractClause, requireRefusal, requireThat } from './clause.ts';
import { firstDay, monthLater, startingPoint } from './starting-point.ts';

/** What others are given of the books. */
export const booksClauses: readonly ContractClause[] = [
  {
    promise:
      'hands out every invoice, line and entry as a row of a file, with the columns that are asked for',
    needs: ['price.flat', 'ledger', 'export'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'export');
      const [invoice] = await session.invoices(customer.id);
      const [row, ...more] = await session.exported('invoices');
      requireThat(
        invoice !== undefined && row?.['id'] === invoice.id && more.length === 0,
        `the file of invoices: found ${JSON.stringify(row)} and ${more.length} more, expected the one invoice.`,
      );
      requireThat(
        row['total'] === moneyAmount(invoice.total),
        `its total: found ${row['total']}, expected ${moneyAmount(invoice.total)}.`,
      );
      const lines = await session.exported('invoice-lines');
      const entries = await session.exported('ledger');
      requireThat(
        lines.length === invoice.lines.length && entries.length >= 2,
        `the other files: found ${lines.length} lines and ${entries.length} entries.`,
      );
    },
  },
  {
    promise: 'hands out an invoice as a PDF file',
    needs: ['price.flat', 'invoice.pdf'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'pdf');
      const [invoice] = await session.invoices(customer.id);
      const file = await session.invoicePdf(invoice?.id ?? '');
      const begin = new TextDecoder('latin1').decode(file.slice(0, 5));
      requireThat(begin === '%PDF-', `the file: found that it begins with "${begin}", expected "%PDF-".`);
    },
  },
  {
    promise: 'takes a posting by hand once, and refuses one whose sides differ',
    needs: ['price.flat', 'ledger', 'journal'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'journal');
      const side = (name: 'debit' | 'credit', minor: bigint) =>
        ({
          account: name === 'debit' ? 'receivables' : 'revenue',
          side: name,
          amount: moneyOf(minor, 'EUR'),
        }) as const;
      const journal = {
        key: 'contract-journal',
        customerId: customer.id,
        date: firstDay,
        lines: [side('debit', 100n), side('credit', 100n)],
      };
      const before = (await session.ledger(customer.id)).length;
      await session.postJournal(journal);
      await session.postJournal(journal);
      const unbalanced = {
        ...journal,
        key: 'contract-unbalanced',
        lines: [side('debit', 101n), side('credit', 100n)],
      };
      await requireRefusal('a posting whose sides differ', () => session.postJournal(unbalanced));
      const added = (await session.ledger(customer.id)).length - before;
      requireThat(added === 2, `entries after one journal sent twice: found ${added} more, expected 2.`);
    },
  },
  {
    promise: 'closes a month that is over, and says in which months an invoice is earned',
    needs: ['clock', 'price.flat', 'ledger', 'period-close', 'revenue-schedule'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'close');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one.');
      const months = await session.revenueSchedule(invoice.id);
      const sum = months.reduce((total, { revenue }) => total + revenue.amountMinor, 0n);
      requireThat(
        sum === 3_000n,
        `revenue of an invoice of EUR 30.00: found minor ${sum} in all, expected 3000.`,
      );
      await requireRefusal('the end of a month that goes on', () => session.closePeriod(firstDay));
      await session.advanceTo(monthLater);
      await session.closePeriod(firstDay);
    },
  },
];

import { parseMoney } from '../../model/money.ts';
import { type ContractClause, requireMoney, requireRefusal, requireThat } from './clause.ts';
import { firstDay, flatPlan, newCustomer, startingPoint, subscribe } from './starting-point.ts';

const eur = (amount: string) => parseMoney(amount, 'EUR');

/** What takes an invoice back, and what a customer has to his credit. */
export const creditClauses: readonly ContractClause[] = [
  {
    promise: 'voids an invoice once, after which nothing of it is due',
    needs: ['price.flat', 'invoice.void'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'void-unpaid');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to void.');
      const gone = await session.voidInvoice('void-unpaid', invoice.id);
      requireThat(gone.status === 'void', `status after a void: found ${gone.status}, expected void.`);
      requireMoney('due of a void invoice', gone.due, eur('0.00'));
      const { length } = await session.invoices(customer.id);
      requireThat(length === 1, `invoices after the void: found ${length}, expected 1, which is void.`);
    },
  },
  {
    promise: 'voids an invoice once, and gives what was paid for it to the balance',
    needs: ['price.flat', 'payment', 'invoice.void', 'balance', 'invoice.void-paid'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'void');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to void.');
      await session.pay({ key: 'void-payment', invoiceId: invoice.id, amount: eur('12.00') });
      await session.voidInvoice('void-once', invoice.id);
      const again = await session.voidInvoice('void-once', invoice.id);
      requireThat(again.status === 'void', `status after a void: found ${again.status}, expected void.`);
      requireMoney('due of a void invoice', again.due, eur('0.00'));
      await requireRefusal('a second void with another key', () =>
        session.voidInvoice('void-twice', invoice.id),
      );
      const { amount, entries } = await session.balance(customer.id);
      requireMoney('balance after the void', amount, eur('12.00'));
      requireThat(entries.length === 1, `balance entries: found ${entries.length}, expected 1.`);
    },
  },
  {
    promise: 'keeps what came beyond an invoice to the credit of the customer',
    needs: ['price.flat', 'payment', 'payment.receive', 'balance'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'beyond');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to pay.');
      requireMoney('balance at first', (await session.balance(customer.id)).amount, eur('0.00'));
      const invoiceIds = [invoice.id];
      await session.receive({ key: 'beyond', customerId: customer.id, amount: eur('42.00'), invoiceIds });
      requireMoney('due of the invoice', (await session.invoice(invoice.id)).due, eur('0.00'));
      requireMoney('balance after it', (await session.balance(customer.id)).amount, eur('12.00'));
    },
  },
  {
    promise: 'credits a part of an invoice once, as it was estimated, and takes the note back',
    needs: ['price.flat', 'credit-note', 'balance'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'note');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to credit.');
      const part = { kind: 'lines', lines: [{ line: 0, net: eur('12.00') }] } as const;
      const estimate = await session.estimateCreditNote({ invoiceId: invoice.id, part });
      requireMoney('estimated total', estimate.total, eur('12.00'));
      const request = { key: 'note-once', invoiceId: invoice.id, part, reason: 'goodwill' };
      const note = await session.creditNote(request);
      const again = await session.creditNote(request);
      requireThat(again.id === note.id, `note sent twice: found ${again.id}, expected ${note.id}.`);
      requireMoney(
        'due after crediting 12.00 of 30.00',
        (await session.invoice(invoice.id)).due,
        eur('18.00'),
      );
      const taken = await session.voidCreditNote('note-void', note.id);
      requireThat(taken.status === 'void', `status after its void: found ${taken.status}, expected void.`);
      requireMoney('due after the void', (await session.invoice(invoice.id)).due, eur('30.00'));
      const notes = await session.creditNotes(customer.id);
      requireThat(notes.length === 1, `credit notes: found ${notes.length}, expected 1.`);
    },
  },
  {
    promise: 'gives back a part of one line, and asks for so much less',
    needs: ['price.flat', 'invoice.line-credit'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'line-credit');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to credit.');
      const credit = { key: 'line-credit', invoiceId: invoice.id, line: 0 };
      await session.creditLine({ ...credit, amount: eur('12.00') });
      const { due } = await session.invoice(invoice.id);
      requireMoney('due after crediting 12.00 of 30.00', due, eur('18.00'));
      await requireRefusal('a credit beyond the line', () =>
        session.creditLine({ ...credit, key: 'line-credit-beyond', amount: eur('18.01') }),
      );
    },
  },
  {
    promise: 'uses prepaid credit on the next invoice, and says what is left',
    needs: ['price.flat', 'wallet'],
    verify: async (world) => {
      const session = await world.open('wallet', firstDay);
      await session.publish(flatPlan);
      const customer = await newCustomer(session, 'wallet-customer');
      const wallet = { key: 'wallet', customerId: customer.id, name: 'Prepaid', rate: '2.00', priority: 1 };
      const { id } = await session.openWallet({ ...wallet, expires: null, charges: null });
      await session.topUpWallet({ key: 'top-up', walletId: id, credits: '10' });
      await session.topUpWallet({ key: 'top-up', walletId: id, credits: '10' });
      const [full] = await session.wallets(customer.id);
      requireMoney('10 credits at 2.00, bought once', full?.balance ?? eur('0.00'), eur('20.00'));
      await subscribe(session, { customer, plan: flatPlan.plan, start: firstDay });
      const [invoice] = await session.invoices(customer.id);
      requireMoney('due of 30.00 after 20.00 of credit', invoice?.due ?? eur('0.00'), eur('10.00'));
      const [used] = await session.wallets(customer.id);
      requireMoney('what is left', used?.balance ?? eur('20.00'), eur('0.00'));
    },
  },
  {
    promise: 'bills a voided invoice again at the same amounts, once',
    needs: ['price.flat', 'invoice.void', 'invoice.rebill'],
    verify: async (world) => {
      const { session, customer } = await startingPoint(world, 'rebill');
      const [invoice] = await session.invoices(customer.id);
      requireThat(invoice !== undefined, 'invoices: found none, expected one to void.');
      await session.voidInvoice('rebill-void', invoice.id);
      const request = { key: 'rebill-once', invoiceId: invoice.id, without: [] };
      const first = await session.rebill(request);
      const second = await session.rebill(request);
      requireThat(first.id === second.id, `rebill repeated: found ${second.id}, expected ${first.id}.`);
      requireMoney('total of the new invoice', first.total, invoice.total);
      requireThat(
        first.number !== invoice.number,
        `number: found ${first.number} again, expected a new one.`,
      );
    },
  },
];

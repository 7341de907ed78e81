import { localDate } from '../../model/date.ts';
import type { CheckOptions } from '../check.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import { statement } from './bank-street.ts';
import { nthInvoice } from './credit-account.ts';
import { ecb } from './foreign-customer.ts';
import { threeLevels } from './late-payer.ts';
import type { OpenContract } from './open-contract.ts';
import { eur } from './paying-customer.ts';
import { theFirst } from './refused-acts.ts';

/** Something that somebody does to a contract of EUR 80.00 a month, and whose name the trail has to know. */
export interface TracedAct {
  readonly what: string;
  readonly needs: CheckOptions['needs'];
  /** What has to be there before; somebody else did it. */
  readonly before?: (contract: OpenContract, key: string) => Promise<unknown>;
  /** Whose id the entry has to bear, where there can be no doubt about it. */
  readonly about?: 'customer' | 'invoice';
  /** What the entry says that it became, and does not say that it was. */
  readonly becomes?: string;
  /** Done by whom the session is of. */
  readonly act: (contract: OpenContract, key: string) => Promise<unknown>;
}

export const tracedPlan = monthlyPlan('basic', [fee('80.00')]);
export const tracedStart = localDate('2026-01-10');

type Deed = TracedAct['act'];

const invoiceIdOf = async (contract: OpenContract) => (await nthInvoice(contract, 1)).id;
const paymentOf = async ({ session, customerId }: OpenContract) =>
  theFirst(await session.payments(customerId), 'payment');
const noteOf = async ({ session, customerId }: OpenContract) =>
  theFirst(await session.creditNotes(customerId), 'credit note');

const pay: Deed = async (contract, key) =>
  contract.session.pay({ key, invoiceId: await invoiceIdOf(contract), amount: eur('80.00') });

const credit: Deed = async (contract, key) =>
  contract.session.creditNote({
    key,
    invoiceId: await invoiceIdOf(contract),
    part: { kind: 'lines', lines: [{ line: 0, net: eur('5.00') }] },
    reason: 'goodwill',
  });

const voidFirst: Deed = async (contract, key) =>
  contract.session.voidInvoice(key, await invoiceIdOf(contract));

const nextMonth: Deed = ({ session }) => session.advanceTo(localDate('2026-02-10'));

const entity = { key: 'at', name: 'Wien GmbH', numberPrefix: 'AT-', currency: 'EUR' } as const;
const bankLine = { booked: tracedStart, amount: '80.00', currency: 'EUR', text: 'for the rent' } as const;

const withMoney: readonly TracedAct[] = [
  { what: 'a payment', needs: ['payment'], act: pay },
  {
    what: 'a refund',
    needs: ['payment', 'payment.refund'],
    before: pay,
    act: async (contract, key) => {
      const { id: paymentId } = await paymentOf(contract);
      return contract.session.refund({ key: `${key}-back`, paymentId, amount: eur('5.00') });
    },
  },
  {
    what: 'a transfer',
    needs: ['payment.receive'],
    act: ({ session, customerId }, key) =>
      session.receive({ key, customerId, amount: eur('9.00'), invoiceIds: null }),
  },
  {
    what: 'a write-off',
    needs: ['payment.write-off'],
    about: 'invoice',
    act: async (contract, key) => contract.session.writeOff(key, await invoiceIdOf(contract)),
  },
  {
    what: 'a card',
    needs: ['payment.gateway'],
    about: 'customer',
    act: ({ session, customerId }) =>
      session.setPaymentMethod(customerId, { behaviour: 'succeeds', collection: 'automatic' }),
  },
  {
    what: 'lines of the bank',
    needs: ['bank.files'],
    act: ({ session }, key) => session.importStatement(statement({ ...bankLine, reference: key })),
  },
  {
    what: 'whose the money of a line is',
    needs: ['bank.files'],
    before: ({ session }, key) => session.importStatement(statement({ ...bankLine, reference: key })),
    act: ({ session, customerId }, key) => session.applyCash(key, customerId),
  },
  {
    what: 'a leave to take money from an account',
    needs: ['bank.files'],
    act: ({ session, customerId }, key) =>
      session.signMandate({
        customerId,
        iban: 'DE89370400440532013000',
        reference: key,
        signedOn: tracedStart,
      }),
  },
];

const withDocuments: readonly TracedAct[] = [
  { what: 'a void', needs: ['invoice.void'], about: 'invoice', act: voidFirst },
  {
    what: 'another bill of what is void',
    needs: ['invoice.void', 'invoice.rebill'],
    before: voidFirst,
    act: async (contract, key) =>
      contract.session.rebill({ key: `${key}-2`, invoiceId: await invoiceIdOf(contract), without: [] }),
  },
  { what: 'a credit note', needs: ['credit-note'], act: credit },
  {
    what: 'a credit note that is taken back',
    needs: ['credit-note'],
    before: credit,
    act: async (contract, key) => contract.session.voidCreditNote(`${key}-back`, (await noteOf(contract)).id),
  },
  {
    what: 'a look at bills before they are final',
    needs: ['invoice.draft'],
    about: 'customer',
    act: ({ session, customerId }) => session.reviewInvoices(customerId, { kind: 'by-hand' }),
  },
  {
    what: 'a bill that is made final',
    needs: ['clock', 'invoice.draft'],
    before: async (contract, key) => {
      await contract.session.reviewInvoices(contract.customerId, { kind: 'by-hand' });
      await nextMonth(contract, key);
    },
    act: async ({ session, customerId }, key) =>
      session.finalise(key, theFirst(await session.drafts(customerId), 'draft').id),
  },
  {
    what: 'a stop of all bills',
    needs: ['invoice.hold'],
    about: 'customer',
    act: ({ session, customerId }) => session.holdInvoices(customerId),
  },
  {
    what: 'the end of such a stop',
    needs: ['invoice.hold'],
    about: 'customer',
    before: ({ session, customerId }) => session.holdInvoices(customerId),
    act: ({ session, customerId }) => session.releaseInvoices(customerId),
  },
];

const withTheCompany: readonly TracedAct[] = [
  {
    what: 'a month that is closed',
    needs: ['clock', 'period-close'],
    before: nextMonth,
    act: ({ session }) => session.closePeriod(localDate('2026-01-01')),
  },
  {
    what: 'a posting by hand',
    needs: ['journal'],
    act: ({ session, customerId }, key) =>
      session.postJournal({
        ...{ key, customerId, date: tracedStart },
        lines: [
          { account: 'receivables', side: 'debit', amount: eur('1.00') },
          { account: 'revenue', side: 'credit', amount: eur('1.00') },
        ],
      }),
  },
  {
    what: 'a rate of exchange',
    needs: ['exchange-rates'],
    act: ({ session }) => session.setExchangeRate(ecb('USD', '0.9')),
  },
  {
    what: 'a company of the group',
    needs: ['legal-entity'],
    act: ({ session }) => session.createLegalEntity(entity),
  },
  {
    what: 'the company that sends the invoices',
    needs: ['legal-entity'],
    about: 'customer',
    before: ({ session }) => session.createLegalEntity(entity),
    act: ({ session, customerId }) => session.assignToEntity(customerId, entity.key),
  },
  {
    what: 'the steps of dunning',
    needs: ['dunning'],
    act: ({ session }) => session.setDunningPolicy(threeLevels),
  },
  {
    what: 'where the seller is',
    needs: ['tax.place'],
    act: ({ session }) => session.setSeller({ country: 'AT', region: null }),
  },
  {
    what: 'a tax rate that is deleted',
    needs: ['tax', 'tax.deletion'],
    before: ({ session }) => session.setTaxRate({ country: 'IT', ratePercent: '22', from: tracedStart }),
    act: ({ session }) => session.deleteTaxRate({ country: 'IT', from: tracedStart }),
  },
  {
    what: 'a plan that is sold no more',
    needs: ['price.sold-until'],
    act: ({ session }) => session.withdrawPlan(tracedPlan.plan, localDate('2026-03-01')),
  },
  {
    what: 'somebody new',
    needs: [],
    act: ({ session }, key) => session.asUser({ name: `Nora ${key}`, role: 'clerk' }),
  },
];

const withCustomers: readonly TracedAct[] = [
  {
    what: 'a new customer',
    needs: [],
    act: ({ session }, key) =>
      session.createCustomer({ key, name: 'Kim', country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' }),
  },
  {
    what: 'a new name',
    needs: ['customer.versions'],
    about: 'customer',
    becomes: 'Acme SE',
    act: async ({ session, customerId }) =>
      session.renameCustomer(customerId, { ...(await session.customerName(customerId)), name: 'Acme SE' }),
  },
  ...(['stays', 'credited', 'written-off'] as const).map((unpaid) => ({
    what: `the end of all business with somebody, what is unpaid being: ${unpaid}`,
    needs: ['customer.closing', 'credit-note', 'payment.write-off'] as const,
    about: 'customer' as const,
    act: ({ session, customerId }: OpenContract) => session.closeCustomer(customerId, unpaid),
  })),
];

/** Beside what is done to the contract itself. */
export const tracedActs: readonly TracedAct[] = [
  ...withMoney,
  ...withDocuments,
  ...withTheCompany,
  ...withCustomers,
];

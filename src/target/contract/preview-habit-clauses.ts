import { localDate } from '../../model/date.ts';
import { asked } from './asked-preview.ts';
import type { ContractClause } from './clause.ts';

const currency = 'EUR';

/** Calculations under a stated habit, one for each that a target may lack. */
export const previewHabitClauses: readonly ContractClause[] = [
  asked(
    'keeps what an invoice leaves of a coupon for the next one',
    ['preview.coupon-series', 'preview.coupon-rest'],
    [
      {
        kind: 'coupon-series',
        currency,
        invoices: ['30.00', '30.00'],
        coupon: { value: { kind: 'amount', amount: '50.00', currency }, invoicesMax: 1, rest: 'kept' },
      },
      {
        kind: 'coupon-series',
        invoices: [
          { discount: '30.00', total: '0.00' },
          { discount: '20.00', total: '10.00' },
        ],
      },
    ],
  ),
  asked(
    'shares a tax that is rounded once out over its lines',
    ['preview.document', 'preview.line-taxes', 'tax'],
    [
      {
        kind: 'document',
        currency,
        lines: [
          { net: '1.11', taxPercent: '20' },
          { net: '1.11', taxPercent: '20' },
          { net: '1.14', taxPercent: '20' },
        ],
        discounts: [],
        roundingPoint: 'invoice',
        lineTaxes: 'shared',
      },
      {
        kind: 'document',
        tax: '0.67',
        lines: [
          { net: '1.11', discount: '0.00', tax: '0.22' },
          { net: '1.11', discount: '0.00', tax: '0.22' },
          { net: '1.14', discount: '0.00', tax: '0.23' },
        ],
      },
    ],
  ),
  asked(
    'says what an invoice, a credit note and the payment of the rest put into the books',
    ['preview.postings', 'tax'],
    [
      {
        kind: 'postings',
        currency,
        lines: [{ net: '100.00', taxPercent: '20' }],
        discounts: [],
        roundingPoint: 'line',
        steps: [
          { kind: 'credit-note', net: '30.00', tax: '6.00' },
          { kind: 'payment', amount: null },
        ],
      },
      {
        kind: 'postings',
        invoice: [
          { account: 'receivables', side: 'debit', amount: '120.00' },
          { account: 'revenue', side: 'credit', amount: '100.00' },
          { account: 'tax-payable', side: 'credit', amount: '20.00' },
        ],
        steps: [
          [
            { account: 'revenue', side: 'debit', amount: '30.00' },
            { account: 'tax-payable', side: 'debit', amount: '6.00' },
            { account: 'receivables', side: 'credit', amount: '36.00' },
          ],
          [
            { account: 'cash', side: 'debit', amount: '84.00' },
            { account: 'receivables', side: 'credit', amount: '84.00' },
          ],
        ],
      },
    ],
  ),
  asked(
    'charges nothing for usage of a period that is too long ago',
    ['preview.rating', 'preview.look-back', 'price.per-unit'],
    [
      {
        kind: 'rating',
        currency,
        price: { kind: 'per-unit', unit: '2.00' },
        quantity: '5',
        alreadyBilled: '0',
        runningTotals: [],
        minimum: null,
        maximum: null,
        late: {
          usedIn: { from: localDate('2026-01-01'), to: localDate('2026-02-01') },
          billedOn: localDate('2026-04-01'),
          monthsBack: 1,
        },
      },
      { kind: 'rating', amount: '0.00' },
    ],
  ),
];

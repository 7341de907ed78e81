import { z } from 'zod';
import { isCurrency } from '../../model/currency.ts';
import { compareDecimals, isDecimal } from '../../model/decimal.ts';
import { displayMoney, parseMoney } from '../../model/money.ts';
import { gate } from '../gate.ts';

const amount = z.string().refine(isDecimal, 'expected a decimal amount such as "0.00", in quotes');

/** Topics whose checks compare amounts: without any of them passed, nothing was found only because nothing was looked at. */
const moneyTopics = [
  'rating',
  'proration',
  'tax',
  'discount',
  'document',
  'order-to-cash',
  'payment',
  'ledger',
  'preview',
  'catalog',
  'reconciliation',
];

/** Wrong money in one direction, per currency, never netted against the other direction. */
export const wrongMoney = gate({
  name: 'wrong-money',
  limit: z.strictObject({
    direction: z.enum(['overcharged', 'undercharged', 'books']),
    customersMax: z.number().int().min(0).default(0),
    /** Per currency; a currency that is not named may have none. */
    amountMax: z.record(z.string().refine(isCurrency, 'expected an ISO 4217 code'), amount).default({}),
    /** So many checks that compare amounts must have passed or failed. */
    comparedMin: z.number().int().min(1),
  }),
  judge: (facts, { direction, customersMax, amountMax, comparedMin }) => {
    const allowed = Object.entries(amountMax).map(([currency, text]) => `${currency} ${text}`);
    const limit = `${customersMax} customers, ${allowed.length === 0 ? 'no amount in any currency' : `at most ${allowed.join(', ')}`}; at least ${comparedMin} amounts compared`;
    const stakes = facts.money.filter((stake) => stake.direction === direction);
    const observed =
      stakes.length === 0
        ? 'nothing'
        : stakes
            .map(
              (stake) =>
                `${displayMoney(parseMoney(stake.amount, stake.currency))}, ${stake.customers} customers, ${stake.invoices} invoices`,
            )
            .join('; ');
    const beyond = stakes.filter(
      (stake) =>
        stake.customers > customersMax || compareDecimals(stake.amount, amountMax[stake.currency] ?? '0') > 0,
    );
    if (beyond.length > 0) {
      return {
        result: 'missed',
        observed,
        limit,
        reason: `Beyond the limit in ${beyond.map((stake) => stake.currency).join(', ')}.`,
        evidence: beyond.flatMap((stake) => stake.checks),
      };
    }
    const statuses = facts.checks
      .filter(({ check }) => moneyTopics.includes(check.topic))
      .map(({ status }) => status);
    const open = statuses.filter((status) => status === 'not-run' || status === 'broken').length;
    if (open > 0)
      return {
        result: 'unproven',
        observed,
        limit,
        reason: `${open} checks that compare amounts have no result.`,
        evidence: [],
      };
    const compared = statuses.filter((status) => status === 'passed' || status === 'failed').length;
    if (compared < comparedMin) {
      return {
        result: 'unproven',
        observed,
        limit,
        reason: `Only ${compared} checks compared amounts.`,
        evidence: [],
      };
    }
    return {
      result: 'met',
      observed,
      limit,
      reason: `${compared} checks compared amounts with an independent expectation.`,
      evidence: [],
    };
  },
});

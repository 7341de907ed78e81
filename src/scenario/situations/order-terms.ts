import type { Term } from '../../model/billing/subscription.ts';
import { ScenarioDefect } from '../expectation-failed.ts';
import { readDate } from '../language/date-text.ts';
import { readMoney } from '../language/money-text.ts';
import { readPercent, readQuantity } from '../language/quantity-text.ts';
import { cell, optionalCell, type Row, readTable, type Table } from '../language/table.ts';
import type { NewContract } from '../story/story-subscriptions.ts';

const columns = [
  'entered',
  'seats',
  'billed by',
  'trial days',
  'added to',
  'agreed fee',
  'periods',
  'at their end',
] as const;

/** The terms of one order, which stand in one row; what it leaves out is as usual. */
export function readOrderTerms(table: Table): Omit<NewContract, 'customer' | 'plan' | 'start'> {
  const [row = {}, ...more] = readTable(table, columns);
  if (more.length > 0) throw new ScenarioDefect(`Found ${more.length + 1} rows of terms, expected one.`);
  const entered = optionalCell(row, 'entered');
  const trialDays = optionalCell(row, 'trial days');
  const addOnTo = optionalCell(row, 'added to');
  const agreed = optionalCell(row, 'agreed fee');
  return {
    quantity: readQuantity(optionalCell(row, 'seats') ?? '1'),
    billing: readBilling(optionalCell(row, 'billed by')),
    ...(entered === null ? {} : { enteredOn: readDate(entered) }),
    ...(trialDays === null ? {} : { trialDays: wholeNumber(trialDays) }),
    ...(addOnTo === null ? {} : { addOnTo }),
    ...(agreed === null ? {} : { agreed: readMoney(agreed) }),
    ...(optionalCell(row, 'periods') === null ? {} : { term: readTerm(row) }),
  };
}

function readBilling(text: string | null): NewContract['billing'] {
  if (text === null || text === 'anniversary') return 'anniversary';
  if (text === 'calendar') return 'calendar';
  throw new ScenarioDefect(`Found "billed by ${text}", expected calendar or anniversary.`);
}

function readTerm(row: Row): Term {
  const periods = wholeNumber(cell(row, 'periods'));
  const end = cell(row, 'at their end');
  if (end === 'over') return { periods, atEnd: 'end', upliftPercent: '0' };
  return { periods, atEnd: 'renew', upliftPercent: readPercent(end.replace(/ more$/, '')) };
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new ScenarioDefect(`Found "${text}", expected a whole number above zero.`);
}

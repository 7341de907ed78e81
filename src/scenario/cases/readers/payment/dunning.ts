import { addDays, type LocalDate, localDate } from '../../../../model/date.ts';
import { compareDecimals } from '../../../../model/decimal.ts';
import { begins, type CaseReader, type OpenCase } from '../../case-reader.ts';
import { type Claim, type DunningQuestion, figureOn } from '../../claim.ts';
import { Fields, isObject, textOf } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';

/** Levels by the age of what nobody pays, and requests of a campaign. */
export const dunningReader: CaseReader = {
  name: 'dunning',
  readsSteps: true,
  fits: (open) =>
    ['states', 'campaign', 'retryDays', 'retryCalendar'].some((key) => open.given.has(key)) &&
    begins(open, 'bill', 'dun', 'advance', 'collect', 'invoice', 'fail'),
  read(open) {
    const question = open.given.has('campaign') ? campaignOf(open) : statesOf(open);
    const blocking = blockingStates(open);
    return open.expect.keys.flatMap((key) => claimsOf(open.expect, key, { question, blocking }));
  },
};

type Plan = Omit<DunningQuestion, 'days'>;

/** One invoice that stays unpaid, and the states that it leads to. */
function statesOf(open: OpenCase): DunningQuestion {
  const { given, expect } = open;
  const bill = open.steps.find(({ verb }) => /^(bill|collect|invoice|fail)/.test(verb));
  const issueDate = bill?.at ?? (given.has('issueDate') ? given.day('issueDate') : null);
  if (given.has('issueDate') && given.day('issueDate') !== issueDate)
    throw new Inexpressible('an invoice that is collected on another day than it is issued');
  const paidOn = paidOnOf(open);
  if (issueDate === null) throw new Inexpressible('states without the day of a bill');
  if (bill?.more.has('payment')) refuseOther(bill.more.text('payment'), ['fails', 'declined', 'none']);
  if (given.has('subscription')) refuseOtherDay(given.object('subscription'), issueDate);
  const levels = (given.has('states') ? given.objects('states') : []).map((state) => {
    if (state.has('blocks')) state.raw('blocks');
    return { name: state.text('name'), afterDays: state.count('days') };
  });
  const plan: Plan = {
    kind: 'dunning',
    currency: given.text('currency'),
    invoices: [{ issueDate, amount: given.decimal('amount'), ...(paidOn === null ? {} : { paidOn }) }],
    termDays: 0,
    firstAttempt: 'issue-date',
    retryDays: retryDaysOf(open),
    ageFrom: 'issue-date',
    levels,
    threshold: null,
    requests: null,
  };
  const states = expect.peek('states');
  const blocked = expect.peek('blocked');
  const days = new Set(
    [states, blocked].flatMap((byDay) => (isObject(byDay) ? Object.keys(byDay).map(localDate) : [])),
  );
  return { ...plan, days: [...days].toSorted() };
}

/** Days after the first attempt: a list of them, or the days between two attempts, of which the case expects so many. */
function retryDaysOf({ given, expect }: OpenCase): readonly number[] {
  const key = ['retryDays', 'retryCalendar', 'retrySchedule'].find((name) => given.has(name));
  if (key === undefined) return [];
  if (Array.isArray(given.peek(key))) return given.list(key).map((_, index) => countAt(given, key, index));
  const spacing = given.count(key);
  const most = ['maxRetries', 'retries', 'retryCount'].find((name) => given.has(name));
  const count = most === undefined ? listLength(expect.peek('retries')) : given.count(most);
  return Array.from({ length: count }, (_, index) => spacing * (index + 1));
}

/** The day of a payment after the bill; no other step may follow it but the passing of time. */
function paidOnOf(open: OpenCase): LocalDate | null {
  const paid = open.steps.find(({ verb }) => verb.startsWith('pay'));
  const other = open.steps.find(
    (step) => step !== paid && !/^(bill|collect|invoice|fail|advance|wait|move)/.test(step.verb),
  );
  if (other !== undefined) throw new Inexpressible(`the step "${other.verb}" while an invoice is dunned`);
  if (paid === undefined) return null;
  if (paid.at === null) throw new Inexpressible('a payment without its day');
  const due = open.given.decimal('amount');
  if (compareDecimals(paid.more.decimalOr('amount', due), due) !== 0)
    throw new Inexpressible('the state of an invoice that is not paid in one amount');
  return paid.at;
}

/** Requests for all that is overdue, on the days on which somebody looks. */
function campaignOf(open: OpenCase): DunningQuestion {
  const { given } = open;
  const campaign = given.object('campaign');
  const days = open.steps.map(({ verb, at }) => {
    if (!verb.startsWith('dun') || at === null) throw new Inexpressible(`the step "${verb}" in a campaign`);
    return at;
  });
  return {
    kind: 'dunning',
    currency: given.text('currency'),
    invoices: given
      .objects('invoices')
      .map((invoice) => ({ issueDate: invoice.day('date'), amount: invoice.decimal('amount') })),
    termDays: given.has('netTermDays') ? given.count('netTermDays') : 0,
    firstAttempt: 'due-date',
    retryDays: [],
    ageFrom: 'due-date',
    levels: [],
    threshold: campaign.decimalOr('threshold', null),
    requests: { attemptsMax: campaign.count('maxAttempts'), daysBetween: campaign.count('daysBetween') },
    days,
  };
}

function claimsOf(
  expect: Fields,
  key: string,
  { question, blocking }: { readonly question: DunningQuestion; readonly blocking: ReadonlySet<string> },
): readonly Claim[] {
  const name = `expect.${key}`;
  switch (key) {
    case 'blocked':
      return blockedClaims(expect.object(key), question, blocking);
    case 'firstUnpaid':
      return [
        {
          name,
          expected: expect.day(key),
          ...figureOn(question, null, ({ attempts }) => attempts[0] ?? null),
        },
      ];
    case 'retries':
      return [
        {
          name: `${name}.length`,
          expected: String(expect.list(key).length),
          ...figureOn(question, null, ({ attempts }) => String(attempts.length - 1)),
        },
        ...dates(expect, key).map((expected, index) => ({
          name: `${name}[${index}]`,
          expected,
          ...figureOn(question, null, ({ attempts }) => attempts[index + 1] ?? null),
        })),
      ];
    case 'dueDates':
      return dates(expect, key).map((expected, index) => ({
        name: `${name}[${index}]`,
        expected,
        ...figureOn(question, null, ({ dueDates }) => dueDates[index] ?? null),
      }));
    case 'states':
      return stateClaims(expect.object(key), question);
    case 'requests':
      return expect.decimals(key).map((expected, index) => ({
        name: `${name}[${index}]`,
        expected,
        ...figureOn(question, null, ({ days }) => String(days[index]?.requests ?? '')),
      }));
    case 'requestAmount': {
      const last = figureOn(question, question.currency, ({ days }) => days.at(-1)?.requested ?? null);
      return [{ name, expected: expect.decimal(key), ...last }];
    }
    default:
      return [];
  }
}

function stateClaims(states: Fields, question: DunningQuestion): readonly Claim[] {
  return states.keys.map((day) => {
    const place = question.days.indexOf(localDate(day));
    const level = figureOn(question, null, ({ days }) => {
      const found = days[place];
      return found === undefined ? null : (found.level ?? 'clear');
    });
    return { name: `${states.path}.${day}`, expected: states.text(day), ...level };
  });
}

/** The states in which the customer is cut off. */
function blockingStates({ given }: OpenCase): ReadonlySet<string> {
  if (!given.has('states')) return new Set();
  const states = given.objects('states').filter((state) => state.peek('blocks') === true);
  return new Set(states.map((state) => state.text('name')));
}

function blockedClaims(
  days: Fields,
  question: DunningQuestion,
  blocking: ReadonlySet<string>,
): readonly Claim[] {
  return days.keys.map((day) => {
    const place = question.days.indexOf(localDate(day));
    const figure = figureOn(question, null, (answer) =>
      String(blocking.has(answer.days[place]?.level ?? '')),
    );
    return { name: `${days.path}.${day}`, expected: String(days.raw(day)), ...figure };
  });
}

function dates(expect: Fields, key: string): readonly LocalDate[] {
  return expect.list(key).map((value, index) => localDate(textOf(value, `expect.${key}[${index}]`)));
}

function listLength(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function refuseOther(stated: string, known: readonly string[]): void {
  if (!known.includes(stated)) throw new Inexpressible(`a payment that "${stated}" while it is dunned`);
}

/** The first bill comes when the trial is over. */
function refuseOtherDay(subscription: Fields, issueDate: LocalDate): void {
  const trialDays = subscription.has('trialDays') ? subscription.count('trialDays') : 0;
  const first = addDays(subscription.day('start'), trialDays);
  if (first !== issueDate)
    throw new Inexpressible(`a bill on ${issueDate} for a subscription that is paid from ${first} on`);
}

function countAt(given: Fields, key: string, index: number): number {
  const path = `${given.path}.${key}[${index}]`;
  return new Fields({ days: given.list(key)[index] }, path).count('days');
}

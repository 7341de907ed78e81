import { addDays, type LocalDate, localDate } from '../../../model/date.ts';
import { begins, type CaseReader, type OpenCase } from '../case-reader.ts';
import { type Claim, type DunningQuestion, figureOn } from '../claim.ts';
import { type Fields, isObject, textOf } from '../fields.ts';
import { Inexpressible } from '../unreadable.ts';

/** Levels by the age of what nobody pays, and requests of a campaign. */
export const dunningReader: CaseReader = {
  name: 'dunning',
  fits: (open) =>
    (open.given.has('states') || open.given.has('campaign')) && begins(open, 'bill', 'dun', 'advance'),
  read(open) {
    const question = open.given.has('campaign') ? campaignOf(open) : statesOf(open);
    return open.expect.keys.flatMap((key) => claimsOf(open.expect, key, question));
  },
};

type Plan = Omit<DunningQuestion, 'days'>;

/** One invoice that stays unpaid, and the states that it leads to. */
function statesOf(open: OpenCase): DunningQuestion {
  const { given, expect } = open;
  const bill = open.steps.find(({ verb }) => verb.startsWith('bill'));
  const issueDate = bill?.at ?? null;
  if (issueDate === null) throw new Inexpressible('states without the day of a bill');
  if (bill?.more.has('payment')) refuseOther(bill.more.text('payment'), ['fails', 'declined', 'none']);
  if (given.has('subscription')) refuseOtherDay(given.object('subscription'), issueDate);
  const levels = given.objects('states').map((state) => {
    if (state.has('blocks')) state.raw('blocks');
    return { name: state.text('name'), afterDays: state.count('days') };
  });
  const spacing = given.has('retryDays') ? given.count('retryDays') : null;
  // The case gives the days between two attempts; how many there are it tells by those that it expects.
  const retries = expect.has('retries') && spacing !== null ? listLength(expect.peek('retries')) : 0;
  const plan: Plan = {
    kind: 'dunning',
    currency: given.text('currency'),
    invoices: [{ issueDate, amount: given.decimal('amount') }],
    termDays: 0,
    firstAttempt: 'issue-date',
    retryDays: Array.from({ length: retries }, (_, index) => (spacing ?? 0) * (index + 1)),
    ageFrom: 'issue-date',
    levels,
    threshold: null,
    requests: null,
  };
  const states = expect.peek('states');
  const days = isObject(states) ? Object.keys(states).map(localDate) : [];
  return { ...plan, days: days.toSorted() };
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

function claimsOf(expect: Fields, key: string, question: DunningQuestion): readonly Claim[] {
  const name = `expect.${key}`;
  switch (key) {
    case 'firstUnpaid':
      return [
        {
          name,
          expected: expect.day(key),
          ...figureOn(question, null, ({ attempts }) => attempts[0] ?? null),
        },
      ];
    case 'retries':
      return dates(expect, key).map((expected, index) => ({
        name: `${name}[${index}]`,
        expected,
        ...figureOn(question, null, ({ attempts }) => attempts[index + 1] ?? null),
      }));
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

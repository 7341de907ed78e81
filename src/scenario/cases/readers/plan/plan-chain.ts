import type { RoundingPoint } from '../../../../model/billing/policy-profile.ts';
import type { CaseReader, OpenCase, OpenStep } from '../../case-reader.ts';
import type { Claim, Figure, ProrationQuestion } from '../../claim.ts';
import type { Fields } from '../../fields.ts';
import { acceptRules, roundingPointOf, rulesOf } from '../../rules.ts';
import { Inexpressible } from '../../unreadable.ts';
import { type WorkedDocument, workedDocument, workedFigure } from '../document/worked-document.ts';
import { timingOf } from '../fields/timing-field.ts';
import { charged, credited, firstDayOfNew } from '../proration/proration-figures.ts';
import { tellsBeginning } from './first-bill.ts';
import { planIn } from './immediate-change.ts';

/** What a plan costs for the days that it is paid for, and what comes back of the one before it. */
interface Link {
  readonly fee: ProrationQuestion;
  readonly invoice: WorkedDocument;
  /** Of no days where there was none before. */
  readonly credit: ProrationQuestion;
  readonly note: WorkedDocument;
}

/** Plans paid in advance that follow each other by several changes at once, or by one with its taxes. */
export const planChainReader: CaseReader = {
  name: 'several changes of plan',
  readsSteps: true,
  fits: (open) =>
    open.given.hasAll('plans', 'subscription') &&
    open.steps.filter(({ verb }) => isChange(verb)).length > (open.given.has('taxes') ? 0 : 1),
  read(open) {
    const rules = rulesOf(open);
    const roundingPoint = roundingPointOf(open, rules);
    acceptRules(rules, { prorationUnit: ['day'] });
    if (timingOf(open.given, 'advance') !== 'advance')
      throw new Inexpressible('several changes of plans that are paid in arrears');
    const links = linksOf(open, rules, roundingPoint);
    return open.expect.keys.flatMap((key) => [
      ...listClaims(open, key, links),
      ...singleClaims(open, key, links),
    ]);
  },
};

function isChange(verb: string): boolean {
  return /^(change plan|upgrade|downgrade|switch)/.test(verb);
}

function linksOf(open: OpenCase, rules: Fields, roundingPoint: RoundingPoint): readonly Link[] {
  const { given } = open;
  const start = given.object('subscription').day('start');
  const changes = open.steps.filter(({ verb }) => isChange(verb));
  const other = open.steps.find(({ verb }) => !isChange(verb) && !/^(create|start|subscribe)/.test(verb));
  if (other !== undefined) throw new Inexpressible(`the step "${other.verb}" among changes of plan`);
  const days = [start, ...changes.map((step) => firstDayOfNew(dayOf(step), rules))];
  const names = [firstPlan(given), ...changes.map(nextPlan)];
  return days.map((day, index): Link => {
    const before = days[index - 1];
    if (before !== undefined && before > day) throw new Inexpressible('changes that are not in their order');
    const plan = planIn(given, names[index] ?? '', day);
    const old = planIn(given, names[Math.max(0, index - 1)] ?? '', day);
    if (plan.freeUntil > day) throw new Inexpressible('several changes of plans with a trial');
    const fee = plan.share({ from: day, to: plan.whole.to });
    const credit = old.share({ from: before === undefined ? old.whole.to : day, to: old.whole.to });
    const document = (line: ProrationQuestion) => workedDocument(open, [line], roundingPoint);
    return { fee, invoice: document(fee), credit, note: document(credit) };
  });
}

function dayOf({ at }: OpenStep) {
  if (at === null) throw new Inexpressible('a change without its day');
  return at;
}

function nextPlan({ verb, more }: OpenStep): string {
  if (more.has('effective') && !['now', 'immediately'].includes(more.text('effective')))
    throw new Inexpressible(`several changes, one of them later ("${verb}")`);
  return more.text(more.has('plan') ? 'plan' : 'to');
}

/** Stated with the subscription, else the plan that stands first. */
function firstPlan(given: Fields): string {
  const [first] = given.object('plans').keys;
  return given.object('subscription').textOr('plan', first ?? '');
}

type Pick = (link: Link, expected: string) => Figure | null;

const picks: Readonly<Record<string, Pick>> = {
  fees: ({ fee }) => charged(fee),
  newFees: ({ fee }) => charged(fee),
  charges: ({ fee }) => charged(fee),
  taxes: ({ invoice }, expected) => workedFigure(invoice, 'tax', expected),
  totals: ({ invoice }, expected) => workedFigure(invoice, 'total', expected),
  invoiceTotals: ({ invoice }, expected) => workedFigure(invoice, 'total', expected),
  creditNoteNets: ({ credit }, expected) => credited(credit, expected),
  creditNoteTaxes: ({ note }, expected) => workedFigure(note, 'tax', expected),
  creditNotes: ({ note }, expected) => workedFigure(note, 'total', expected),
  credits: ({ note }, expected) => workedFigure(note, 'total', expected),
};

/** One figure for each change; one more in front where the beginning is told. */
function listClaims(open: OpenCase, key: string, links: readonly Link[]): readonly Claim[] {
  const pick = Object.hasOwn(picks, key) ? picks[key] : undefined;
  if (pick === undefined || !Array.isArray(open.expect.peek(key))) return [];
  const figures = open.expect.decimals(key);
  const isWhole = figures.length === links.length && tellsBeginning(open);
  if (!isWhole && figures.length !== links.length - 1)
    throw new Inexpressible(`${figures.length} figures of ${links.length - 1} changes: expect.${key}`);
  return figures.flatMap((expected, index) => {
    const link = links[isWhole ? index : index + 1];
    const figure = link === undefined ? null : pick(link, expected);
    return figure === null ? [] : [{ name: `expect.${key}[${index}]`, expected, ...figure }];
  });
}

const singles: Readonly<Record<string, string>> = {
  newFee: 'fees',
  fee: 'fees',
  charge: 'fees',
  newTax: 'taxes',
  newTotal: 'totals',
  invoiceTotal: 'totals',
  creditNoteNet: 'creditNoteNets',
  creditNoteTax: 'creditNoteTaxes',
  creditNote: 'creditNotes',
  creditNoteTotal: 'creditNotes',
};

/** The figures of the only change. */
function singleClaims({ expect }: OpenCase, key: string, links: readonly Link[]): readonly Claim[] {
  const pick = Object.hasOwn(singles, key) ? picks[singles[key] ?? ''] : undefined;
  const [, link, ...others] = links;
  if (pick === undefined || link === undefined || others.length > 0 || typeof expect.peek(key) !== 'string')
    return [];
  const expected = expect.decimal(key);
  const figure = pick(link, expected);
  return figure === null ? [] : [{ name: `expect.${key}`, expected, ...figure }];
}

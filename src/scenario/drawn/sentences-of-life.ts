import type { Term, Timing } from '../../model/billing/subscription.ts';
import type { LocalDate } from '../../model/date.ts';
import { unreachable } from '../../model/fault.ts';
import type { SubscriptionHistory } from '../../oracle/subscription/subscription-history.ts';
import { showDate } from '../language/date-text.ts';
import { showPrice } from '../language/price-text.ts';
import { type Said, step, unsaid } from '../said.ts';
import { actsOfSubscription, type SubscriptionAct } from '../subscription-acts.ts';
import type { CustomerHistory } from './customer-history.ts';

/** One thing that is told on a day, in words. */
export interface SaidAct {
  readonly on: LocalDate;
  readonly rank: number;
  readonly said: Said;
  /** Whether the sentence itself names the day on which it is told. */
  readonly isDated: boolean;
}

/** All that is told about one subscription, each thing in a sentence. */
export function sentencesOfLife(
  history: CustomerHistory,
  subscription: SubscriptionHistory,
): readonly SaidAct[] {
  let plan = subscription.plan;
  let planned = plan;
  return actsOfSubscription(subscription).map((act): SaidAct => {
    const said = sentenceOf(act, { history, subscription, plan, planned });
    if (act.kind === 'change') planned = act.plan;
    if (act.kind === 'change' && !isUndone(subscription, act)) plan = act.plan;
    const isDated = !('timing' in act) || act.timing.kind === 'date';
    return { on: act.on, rank: act.rank, said, isDated };
  });
}

function isUndone({ undone = [] }: SubscriptionHistory, act: SubscriptionAct): boolean {
  return undone.some(({ kind, toldOn }) => kind === 'change' && act.kind === 'change' && toldOn === act.on);
}

interface Place {
  readonly history: CustomerHistory;
  readonly subscription: SubscriptionHistory;
  readonly plan: string;
  /** The plan that was last changed to, also when that was taken back. */
  readonly planned: string;
}

function sentenceOf(act: SubscriptionAct, place: Place): Said {
  const name = `"${place.history.name}"`;
  const { plan } = place;
  switch (act.kind) {
    case 'subscribe':
      return order(place);
    case 'undo': {
      const what = act.what === 'change' ? `change to "${place.planned}"` : `cancellation of "${plan}"`;
      return step(`${name} takes back the ${what} on ${showDate(act.on)}`);
    }
    case 'change':
      return told(act, {
        inTime: `${name} changes from "${plan}" to "${act.plan}"`,
        entered: `the change of ${name} from "${plan}" to "${act.plan}"`,
      });
    case 'quantity':
      return told(act, {
        inTime: `${name} changes "${plan}" to ${act.quantity} seats`,
        entered: `the change of ${name} to ${act.quantity} seats of "${plan}"`,
      });
    case 'pause':
      return told(act, { inTime: `${name} pauses "${plan}"`, entered: `the pause of "${plan}" by ${name}` });
    case 'resume':
      return told(act, {
        inTime: `${name} resumes "${plan}"`,
        entered: `the resumption of "${plan}" by ${name}`,
      });
    case 'cancel':
      return told(act, {
        inTime: `${name} cancels "${plan}"`,
        entered: `the cancellation of "${plan}" by ${name}`,
      });
    default:
      return unreachable(act, 'act');
  }
}

function told(
  { on, timing }: { readonly on: LocalDate; readonly timing: Timing },
  words: { readonly inTime: string; readonly entered: string },
): Said {
  if (timing.kind === 'period-end') return step(`${words.inTime} at the end of the period`);
  if (timing.date === on) return step(`${words.inTime} on ${showDate(on)}`);
  return step(`${words.entered} on ${showDate(timing.date)} is entered on ${showDate(on)}`);
}

/** The terms of an order that differ from a plain one stand in a table. */
function order({ history, subscription }: Place): Said {
  const { plan, start, toldOn, quantity, billing, trialDays, term, negotiated } = subscription;
  const base = history.billing.subscriptions.find(({ key }) => key === subscription.addOnTo);
  const agreed = agreedFee(history, subscription);
  const cells: readonly (readonly [string, string | undefined])[] = [
    ['entered', toldOn === undefined ? undefined : showDate(toldOn)],
    ['seats', quantity === '1' ? undefined : quantity],
    ['billed by', billing === 'calendar' ? 'calendar' : undefined],
    ['trial days', trialDays === undefined ? undefined : String(trialDays)],
    ['added to', base?.plan],
    ['agreed fee', agreed ?? undefined],
    ['periods', term === undefined ? undefined : String(term.periods)],
    ['at their end', term === undefined ? undefined : endOf(term)],
  ];
  const filled = cells.filter(([, value]) => value !== undefined);
  const sentence = `"${history.name}" subscribes to "${plan}" on ${showDate(start)}`;
  const missing =
    negotiated !== undefined && agreed === null ? unsaid(`the prices agreed for "${plan}"`).unsaid : [];
  if (filled.length === 0) return { steps: [sentence], unsaid: missing };
  const row = (index: 0 | 1) => `  | ${filled.map((each) => each[index]).join(' | ')} |`;
  return { steps: [[`${sentence} on these terms:`, row(0), row(1)].join('\n')], unsaid: missing };
}

function endOf({ atEnd, upliftPercent }: Term): string {
  return atEnd === 'end' ? 'over' : `${upliftPercent}% more`;
}

/** Null where the plan has several fees: our steps agree on the only one. */
function agreedFee(
  { billing }: CustomerHistory,
  { plan, negotiated = [] }: SubscriptionHistory,
): string | null {
  const version = billing.plans.find((each) => each.plan === plan);
  const fees = version?.charges.filter(({ kind }) => kind === 'recurring') ?? [];
  const [agreed] = negotiated;
  if (agreed === undefined || fees.length !== 1 || fees[0]?.code !== agreed.charge) return null;
  return agreed.price.kind === 'flat' ? showPrice(agreed.price.amount, billing.currency) : null;
}

import type { Calculation } from '../../model/billing/calculation.ts';
import type { CreditCalculation } from '../../model/billing/credit-calculation.ts';
import type { PriceModel } from '../../model/billing/price.ts';
import { unreachable } from '../../model/fault.ts';
import { describeTax } from './describe-tax.ts';

/** The question in words, for messages and trails: "12 units at EUR graduated (up to 10: 10 each + 2, …)". */
export function describeQuestion(question: Calculation): string {
  switch (question.kind) {
    case 'rating':
      return describeRating(question);
    case 'document':
      return describeDocument(question);
    case 'proration': {
      const { used, whole } = question;
      return `${question.currency} ${question.amount} for ${used.from} until before ${used.to} out of ${whole.from} until before ${whole.to} (${question.dayCount})`;
    }
    case 'hourly-commitment':
      return `hours ${question.windows.map(({ hour, quantity }) => `${hour}: ${quantity}`).join(', ')} at ${question.currency} ${JSON.stringify(question.commitments)}`;
    case 'interim-bills':
      return `usage of ${question.usage.join(', ')} billed at ${question.thresholds.join(', ')} in ${question.currency} ${describePrice(question.price)}`;
    case 'metering': {
      const { charge, events, periods } = question;
      const told = events.map(({ at, quantity }) => `${quantity} at ${at}`).join(', ');
      return `${charge.aggregation ?? 'sum'} of ${told || 'no usage'} in ${periods.length} periods at ${question.currency} ${describePrice(charge.price)}`;
    }
    case 'account':
      return `${question.currency} account: ${question.steps.map((step) => `${step.kind} ${step.amount ?? 'of all'}`).join(', ')}`;
    case 'dunning':
      return `${question.invoices.map(({ issueDate, amount }) => `${question.currency} ${amount} of ${issueDate}`).join(', ')} on ${question.days.length} days`;
    case 'credit-notes':
    case 'void':
    case 'wallet':
      return describeCredit(question);
    case 'postings':
      return `postings in ${question.currency} of ${question.lines.map(({ net, taxPercent }) => `${net} + ${taxPercent} %`).join(', ')}, then ${question.steps.map(({ kind }) => kind).join(', ') || 'nothing'}`;
    case 'conversion':
      return `${question.currency} ${question.amount} in ${question.to} on ${question.on}, rates of ${question.source}`;
    case 'tax':
    case 'coupon-series':
    case 'credited-document':
      return describeTax(question);
    case 'periods':
      return `of ${question.interval.count} ${question.interval.unit} from ${question.start}, ${question.billing}`;
    case 'recognition': {
      const { currency, amount, from, to, by, bookedOn } = question;
      return `${currency} ${amount} earned from ${from} until before ${to} by ${by}, invoiced on ${bookedOn ?? 'no day'}`;
    }
    default:
      return unreachable(question, 'calculation');
  }
}

type Question<Kind> = Extract<Calculation, { readonly kind: Kind }>;

function describeRating(question: Question<'rating'>): string {
  const { quantity, alreadyBilled, currency, price, minimum, maximum, late } = question;
  const more = [
    alreadyBilled === '0' ? '' : ` after ${alreadyBilled} billed before`,
    ` at ${currency} ${describePrice(price)}`,
    minimum === null ? '' : `, minimum ${minimum}`,
    maximum === null ? '' : `, maximum ${maximum}`,
    late === undefined
      ? ''
      : `, used before ${late.usedIn.to}, billed on ${late.billedOn} that looks back ${late.monthsBack} months`,
  ];
  return `${quantity} units${more.join('')}`;
}

function describeDocument(question: Question<'document'>): string {
  const lines = question.lines.map(
    ({ net, taxPercent, prices }) => `${net} ${prices === 'gross' ? 'with' : '+'} ${taxPercent} %`,
  );
  const discounts = question.discounts.map((discount) =>
    discount.kind === 'percent' ? `${discount.percent} % off` : `${discount.amount} off`,
  );
  const shared = question.lineTaxes === 'shared' ? ', its tax shared out' : '';
  return `a document in ${question.currency} of ${[...lines, ...discounts].join(', ')}, rounded at ${question.roundingPoint}${shared}`;
}

function describeCredit(question: CreditCalculation): string {
  const { currency } = question;
  switch (question.kind) {
    case 'credit-notes': {
      const lines = question.lines.map(
        ({ net, taxPercent, prices }) => `${net} ${prices === 'gross' ? 'with' : '+'} ${taxPercent} %`,
      );
      const notes = question.notes.map((parts) =>
        parts.map(({ line, net }) => `${net} of line ${line + 1}`).join(' and '),
      );
      return `credit notes in ${currency} of ${lines}: ${notes.join('; ')}, rounded at ${question.roundingPoint}`;
    }
    case 'void':
      return `a void in ${currency} of ${question.total}, paid ${question.paid}, prepaid ${question.prepaid}, refunded ${question.refunded}`;
    case 'wallet': {
      const steps = question.steps.map((step) =>
        step.kind === 'invoice' ? `invoice of ${step.lines.length} lines` : step.kind,
      );
      return `a wallet of ${question.credits} credits at ${currency} ${question.rate}: ${steps.join(', ')}`;
    }
    default:
      return unreachable(question, 'calculation');
  }
}

function describePrice(price: PriceModel): string {
  switch (price.kind) {
    case 'graduated':
    case 'volume':
    case 'stairstep': {
      const tiers = price.tiers.map(
        ({ upTo, unit, flat }) => `${upTo === null ? 'above' : `up to ${upTo}`}: ${unit} each + ${flat}`,
      );
      return `${price.kind} (${tiers.join('; ')})`;
    }
    default:
      return `${price.kind} ${Object.entries(price)
        .filter(([key]) => key !== 'kind')
        .map(([key, value]) => `${key} ${String(value)}`)
        .join(', ')}`;
  }
}

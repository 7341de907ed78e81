import type { ConversionAnswer, ConversionCalculation } from '../../model/billing/conversion.ts';
import type { ExchangeRate } from '../../model/billing/exchange.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { minorUnitDigits } from '../../model/currency.ts';
import type { LocalDate } from '../../model/date.ts';
import { HarnessFault } from '../../model/fault.ts';
import { dividedBy, type Fraction, fractionOf, times, whole } from '../arithmetic/fraction.ts';
import { fixedText, plainText, roundedTo } from '../arithmetic/rounding.ts';
import type { Trail } from '../trail.ts';

interface Found {
  readonly on: LocalDate;
  readonly factor: Fraction;
}

/** At what the source published last; rounded once, in the currency that the amount becomes. */
export function conversionAnswer(
  question: ConversionCalculation,
  profile: PolicyProfile,
  trail: Trail,
): ConversionAnswer {
  const { amount, currency, to, source } = question;
  const found = currency === to ? { on: question.on, factor: whole(1) } : lastKnown(question);
  const exact = times(fractionOf(amount), found.factor);
  const digits = minorUnitDigits(to);
  const rounded = fixedText(roundedTo(exact, digits, profile.roundingMode), digits);
  trail.note(`${currency} ${amount} at ${plainText(found.factor)}, ${source} of ${found.on}`, exact);
  trail.note(`rounded ${profile.roundingMode} to ${digits} digits of ${to}`, rounded);
  return { kind: 'conversion', amount: rounded, rate: plainText(found.factor), rateOn: found.on };
}

/** Walks through what the source published until the day. */
function lastKnown(question: ConversionCalculation): Found {
  let best: Found | null = null;
  for (const rate of question.rates) {
    const isKnown = rate.source === question.source && rate.effectiveFrom <= question.on;
    const factor = isKnown ? factorFor(question, rate) : null;
    if (factor !== null && (best === null || rate.effectiveFrom >= best.on))
      best = { on: rate.effectiveFrom, factor };
  }
  if (best === null) throw noRate(question);
  return best;
}

/** The other way round a rate is divided by, and never rounded first. */
function factorFor({ currency, to }: ConversionCalculation, rate: ExchangeRate): Fraction | null {
  const pair = `${rate.from} ${rate.to}`;
  if (pair === `${currency} ${to}`) return fractionOf(rate.rate);
  return pair === `${to} ${currency}` ? dividedBy(whole(1), fractionOf(rate.rate)) : null;
}

function noRate({ currency, to, on, source }: ConversionCalculation): HarnessFault {
  return new HarnessFault({
    code: 'BAD_CONFIGURATION',
    message: `Found no rate of ${source} from ${currency} to ${to} until ${on}, expected one.`,
    hint: 'State the rate with its day and its source.',
  });
}

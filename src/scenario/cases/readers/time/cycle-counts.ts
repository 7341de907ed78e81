import type { LocalDate, Period } from '../../../../model/date.ts';
import { fraction } from '../../../../oracle/arithmetic/fraction.ts';
import { plainText, roundedTo } from '../../../../oracle/arithmetic/rounding.ts';
import { dayOfMonth, dayParts, earlier, monthIndex } from '../../../../oracle/time/calendar.ts';
import { fullPeriodWith } from '../../../../oracle/time/periods.ts';
import { begins, type CaseReader } from '../../case-reader.ts';
import { type Claim, figureOn } from '../../claim.ts';
import { type Fields, textOf } from '../../fields.ts';
import { acceptRules, rulesOf } from '../../rules.ts';
import { NotUnderstood } from '../../unreadable.ts';
import { intervalOf } from '../fields/interval-field.ts';
import { dayCountField, periodField, prorationOf, type Stretch } from '../proration/proration-figures.ts';
import { anchorBefore } from './cycle-day.ts';

/** A stretch counted in bill cycles: the part before the first cycle day, whole cycles, and the part after the last. */
export const cycleCountReader: CaseReader = {
  name: 'number of billing cycles',
  fits: (open) => begins(open, 'number of'),
  read(open) {
    const rules = rulesOf(open);
    acceptRules(rules, { prorationUnit: ['day'] });
    const digits = rules.has('scale') ? rules.count('scale') : 9;
    const dayCount = dayCountField(rules);
    return open.given.keys
      .filter((name) => name !== 'rules')
      .flatMap((name) => {
        const stretches = partsOf(open.given.object(name), name).map((part) => ({ ...part, dayCount }));
        return [...partClaims(open.expect, name, { stretches, digits })];
      });
  },
};

function partClaims(
  expect: Fields,
  name: string,
  found: { readonly stretches: readonly Stretch[]; readonly digits: number },
): readonly Claim[] {
  const isList = expect.has(`${name}Parts`);
  const key = isList ? `${name}Parts` : name;
  if (!expect.has(key)) return [];
  const figures = isList ? expect.list(key) : [expect.text(key)];
  if (figures.length !== found.stretches.length) {
    throw new NotUnderstood(
      `expect.${key}: found ${figures.length} figures, expected ${found.stretches.length}, one for each part of the stretch`,
    );
  }
  return found.stretches.map((stretch, index) => ({
    name: isList ? `expect.${key}[${index}]` : `expect.${key}`,
    expected: textOf(figures[index], `expect.${key}`),
    ...figureOn(prorationOf('EUR', '1', stretch), null, ({ days, ofDays }) =>
      plainText(roundedTo(fraction(BigInt(days), BigInt(ofDays)), found.digits, 'half-up')),
    ),
  }));
}

/** One entry for each cycle that the stretch touches. */
function partsOf(fields: Fields, name: string): readonly Omit<Stretch, 'dayCount'>[] {
  const { from, to } = periodField(fields);
  const bcd = fields.count('bcd');
  const interval = intervalOf(fields.textOr('interval', name));
  const rule = { start: anchorBefore(from, bcd), interval, billing: 'anniversary' } as const;
  const parts: Omit<Stretch, 'dayCount'>[] = [];
  for (let day = from; day < to; ) {
    const whole: Period = fullPeriodWith(day, anchored(rule, from));
    const end = earlier(whole.to, to);
    parts.push({ whole, used: { from: day, to: end } });
    day = end;
  }
  return parts;
}

/** A cycle of several months ends on the first cycle day after the start, and reaches back from there. */
function anchored(
  rule: Parameters<typeof fullPeriodWith>[1],
  from: LocalDate,
): Parameters<typeof fullPeriodWith>[1] {
  if (rule.start === from) return rule;
  const next = dayOfMonth(monthIndex(rule.start) + 1, dayParts(rule.start).day);
  return { ...rule, start: next };
}

import type { LocalDate } from '../../model/date.ts';
import { fractionOf, isZero, plus, total } from '../arithmetic/fraction.ts';
import { plainText } from '../arithmetic/rounding.ts';
import type { DueLine } from '../subscription/service.ts';

/**
 * The lines of one subscription with those of late usage on the first of its bills after they arrived: a bill is whatever
 * has a due day, silent lines too. What arrives after the last bill is in none.
 */
export function settleLateLines(lines: readonly DueLine[]): readonly DueLine[] {
  const onTime = lines.filter(({ arrived }) => arrived === undefined);
  const billDays = onTime.map(({ dueOn }) => dueOn).sort();
  const late = lines.flatMap((line) => {
    const dueOn =
      line.arrived === undefined ? undefined : billDays.find((day) => day > (line.arrived ?? day));
    return dueOn === undefined ? [] : [{ ...line, dueOn }];
  });
  const together = [...Map.groupBy(late, keyOf).values()].map(sumOf);
  return [...onTime.filter(({ isSilent }) => isSilent !== true), ...together].filter(
    ({ arrived, amount, line }) =>
      arrived === undefined || !isZero(amount) || !isZero(fractionOf(line.quantity)),
  );
}

function keyOf({ dueOn, line }: DueLine): string {
  return JSON.stringify([dueOn, line.kind, line.plan, line.charge, line.period]);
}

/** What arrived on several days and meets the same bill is one line. */
function sumOf(lines: readonly DueLine[]): DueLine {
  const [first] = lines;
  if (first === undefined) throw new RangeError('a group without a line');
  const quantity = lines.map(({ line }) => fractionOf(line.quantity)).reduce((sum, one) => plus(sum, one));
  return {
    ...first,
    line: { ...first.line, quantity: plainText(quantity) },
    amount: total(lines.map(({ amount }) => amount)),
    trail: lines.flatMap(({ trail }) => trail),
  };
}

/** Whether usage that came on the day was still taken: `daysOpen` after it was used, and always before its bill. */
export function isTaken(
  use: { readonly usedOn: LocalDate; readonly arrived: LocalDate; readonly billedOn: LocalDate },
  daysOpen: number,
): boolean {
  if (use.arrived < use.billedOn) return true;
  const ageMs = Date.parse(use.arrived) - Date.parse(use.usedOn);
  return ageMs <= daysOpen * 86_400_000;
}

import type { RecognitionGrain } from '../../../model/billing/revenue.ts';
import { type Instant, type LocalDate, localDate } from '../../../model/date.ts';
import { unreachable } from '../../../model/fault.ts';

/** A month of service and how much of the whole it weighs. */
export interface ServiceSlice {
  readonly month: LocalDate;
  readonly weight: bigint;
  /** Served from its first moment to its last. */
  readonly isWhole: boolean;
}

export interface ServiceTime {
  readonly from: Instant;
  readonly to: Instant;
  readonly by: RecognitionGrain;
}

const dayMs = 86_400_000;

/** The months that the service touches, in order; the one in which it begins when it is too short for any. */
export function serviceSlices(time: ServiceTime): readonly ServiceSlice[] {
  const slices = slicesOf(time);
  if (slices.length > 0) return slices;
  return [{ month: monthOf(monthStart(Date.parse(time.from))), weight: 1n, isWhole: false }];
}

function slicesOf({ from, to, by }: ServiceTime): readonly ServiceSlice[] {
  switch (by) {
    case 'day':
      return byTime(dayStart(from), dayStart(to)).map((slice) => ({
        ...slice,
        weight: slice.weight / BigInt(dayMs),
      }));
    case 'millisecond':
    case 'month-prorated':
      return byTime(Date.parse(from), Date.parse(to));
    case 'month':
      return evenly(from, to);
    default:
      return unreachable(by, 'recognition');
  }
}

function dayStart(at: Instant): number {
  return Date.parse(at.slice(0, 10));
}

function byTime(fromMs: number, toMs: number): readonly ServiceSlice[] {
  const slices: ServiceSlice[] = [];
  for (let start = monthStart(fromMs); start < toMs; start = nextMonth(start)) {
    const end = nextMonth(start);
    const servedMs = Math.min(end, toMs) - Math.max(start, fromMs);
    slices.push({ month: monthOf(start), weight: BigInt(servedMs), isWhole: servedMs === end - start });
  }
  return slices;
}

/** The month in which the service ends takes no part; each of the others weighs the same, whatever its length. */
function evenly(from: Instant, to: Instant): readonly ServiceSlice[] {
  const slices = byTime(monthStart(Date.parse(from)), monthStart(Date.parse(to)));
  return slices.map(({ month }) => ({ month, weight: 1n, isWhole: true }));
}

function monthStart(ms: number): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1);
}

function nextMonth(ms: number): number {
  const at = new Date(ms);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
}

function monthOf(ms: number): LocalDate {
  return localDate(new Date(ms).toISOString().slice(0, 10));
}

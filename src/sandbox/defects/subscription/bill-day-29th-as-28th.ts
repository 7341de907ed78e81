import { firstBillDay } from '../../rules/subscription/first-bill-day.ts';
import type { Defect } from '../defect.ts';

/** A picker of days that every month has, and the rest brought down to it. The list has no row for it. */
export const billDay29thAs28th: Defect = {
  name: 'bill-day-29th-as-28th',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'wrong-period',
  severity: 'major',
  title: 'Who asks for the 29th or 30th as his bill day is billed on the 28th',
  rules: {
    firstBillDay: ({ day, from }) => firstBillDay({ day: day === 29 || day === 30 ? 28 : day, from }),
  },
};

import type { Fields } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';

type Timing = 'advance' | 'arrears';

/** Whether a fee is due before its period or after it. */
export function timingOf(fields: Fields, absent: Timing): Timing {
  if (!fields.has('timing')) return absent;
  const stated = fields.text('timing');
  const known = timings[stated.toLowerCase().replaceAll(/[\s_-]/g, ' ')];
  if (known !== undefined) return known;
  throw new Inexpressible(`a fee that is billed "${stated}"`);
}

const timings: Readonly<Record<string, Timing>> = {
  advance: 'advance',
  'in advance': 'advance',
  arrears: 'arrears',
  'in arrears': 'arrears',
  'in arrear': 'arrears',
};

import type { HarnessFault } from '../model/fault.ts';
import { visibleText } from '../report/visible-text.ts';

/** A fault for a terminal. It may quote what somebody else wrote, which must not steer the terminal. */
export function faultText({ message, hint }: HarnessFault): string {
  return visibleText(`tollgate: ${message}\n${hint === '' ? '' : `  → ${hint}\n`}`);
}

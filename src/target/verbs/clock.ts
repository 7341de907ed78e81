import type { LocalDate } from '../../model/date.ts';

export interface ClockVerbs {
  /** Everything due on or before `date` has been billed when this resolves. The clock never goes back. */
  advanceTo(date: LocalDate): Promise<void>;
  today(): Promise<LocalDate>;
}

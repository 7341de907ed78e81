import { addDays, type LocalDate } from '../../../model/date.ts';

/** The first day that is not free any more; the start day is the first of the trial. */
export function trialEnd(trial: { readonly start: LocalDate; readonly trialDays: number }): LocalDate {
  return addDays(trial.start, trial.trialDays);
}

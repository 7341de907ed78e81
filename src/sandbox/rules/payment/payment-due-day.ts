import { addDays, type LocalDate } from '../../../model/date.ts';

export interface PaymentTermQuestion {
  readonly issueDate: LocalDate;
  /** The first day of service on the invoice; null where nothing on it has a period. */
  readonly serviceFrom: LocalDate | null;
  readonly termDays: number;
}

/** The last day to pay: the term runs from the issue of the invoice, whenever the service was. */
export function paymentDueDay({ issueDate, termDays }: PaymentTermQuestion): LocalDate {
  return addDays(issueDate, termDays);
}

import { attemptsCountedFromLast } from './attempts-counted-from-last.ts';
import { attemptsNeverEnd } from './attempts-never-end.ts';
import { creditDoesNotEndDunning } from './credit-does-not-end-dunning.ts';
import { declinedCardAskedAtEachEvent } from './declined-card-asked-at-each-event.ts';
import type { Defect } from './defect.ts';
import { dunningThresholdIgnored } from './dunning-threshold-ignored.ts';
import { hardDeclineTriedAgain } from './hard-decline-tried-again.ts';
import { interestOf360Days } from './interest-of-360-days.ts';
import { lateChargesLostWithPrincipal } from './late-charges-lost-with-principal.ts';
import { lateFeeOnEachDay } from './late-fee-on-each-day.ts';
import { lateOnTheLastDay } from './late-on-the-last-day.ts';
import { newestDebtDecides } from './newest-debt-decides.ts';
import { paidInvoicesDunned } from './paid-invoices-dunned.ts';
import { partPaymentEndsDunning } from './part-payment-ends-dunning.ts';
import { remindedOnEachDay } from './reminded-on-each-day.ts';
import { serviceNotGivenBack } from './service-not-given-back.ts';
import { surplusOfLatePaymentLost } from './surplus-of-late-payment-lost.ts';
import { termCountedFromService } from './term-counted-from-service.ts';
import { writeOffDoesNotEndDunning } from './write-off-does-not-end-dunning.ts';

/** Of collecting and dunning. */
export const collectionDefects: readonly Defect[] = [
  creditDoesNotEndDunning,
  writeOffDoesNotEndDunning,
  serviceNotGivenBack,
  lateChargesLostWithPrincipal,
  declinedCardAskedAtEachEvent,
  hardDeclineTriedAgain,
  attemptsNeverEnd,
  attemptsCountedFromLast,
  remindedOnEachDay,
  lateFeeOnEachDay,
  paidInvoicesDunned,
  lateOnTheLastDay,
  newestDebtDecides,
  partPaymentEndsDunning,
  dunningThresholdIgnored,
  termCountedFromService,
  interestOf360Days,
  surplusOfLatePaymentLost,
];

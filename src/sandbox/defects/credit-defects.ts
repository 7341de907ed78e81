import { creditBeyondDue } from './credit-beyond-due.ts';
import { creditPaysSeveralInvoices } from './credit-pays-several-invoices.ts';
import type { Defect } from './defect.ts';
import { rebillAtTodaysPrice } from './rebill-at-todays-price.ts';
import { rebillAtTodaysTax } from './rebill-at-todays-tax.ts';
import { voidInvoiceStillDue } from './void-invoice-still-due.ts';
import { voidKeepsTheTax } from './void-keeps-the-tax.ts';
import { voidKeepsUsedCredit } from './void-keeps-used-credit.ts';
import { voidLeavesTheReceivable } from './void-leaves-the-receivable.ts';
import { voidLosesThePayment } from './void-loses-the-payment.ts';
import { voidTwiceInParallel } from './void-twice-in-parallel.ts';
import { voidedPeriodBilledAgain } from './voided-period-billed-again.ts';
import { voidedServiceCredited } from './voided-service-credited.ts';

/** Voids, credit notes, balances and wallets. */
export const creditDefects: readonly Defect[] = [
  voidTwiceInParallel,
  voidKeepsUsedCredit,
  voidLosesThePayment,
  creditPaysSeveralInvoices,
  creditBeyondDue,
  voidLeavesTheReceivable,
  voidKeepsTheTax,
  voidInvoiceStillDue,
  voidedPeriodBilledAgain,
  voidedServiceCredited,
  rebillAtTodaysPrice,
  rebillAtTodaysTax,
];

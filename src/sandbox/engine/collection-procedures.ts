import type { NewReceipt } from '../../model/billing/receipt.ts';
import type { NewRefund } from '../../model/billing/refund.ts';
import type { Context } from '../engine.ts';
import type { GatewayAnswer } from '../gateway/gateway.ts';
import type { OpenInvoice } from '../rules/payment/allocation.ts';

/** Money that goes back, comes by itself, or never comes. */
export interface CollectionProcedures {
  /** Answers the id of the refund, of the first one when the key comes again. */
  readonly refund: (context: Context, request: NewRefund) => Promise<string>;
  /** Writes the refund before the gateway is asked, so that what is under way counts against what can be refunded. */
  readonly beginRefund: (context: Context, request: NewRefund) => RefundAttempt;
  readonly askForRefund: (context: Context, refundId: string) => Promise<GatewayAnswer | 'no-answer'>;
  readonly endRefund: (context: Context, ended: AnsweredRefund) => Promise<void>;
  /** Shares out money that came by itself; answers what no invoice needed, in minor units. */
  readonly receiveMoney: (context: Context, receipt: NewReceipt) => bigint;
  /** The invoices that money may go to, in the order in which it does. */
  readonly invoicesToPay: (context: Context, receipt: NewReceipt) => readonly OpenInvoice[];
  /** Puts on the customer's balance what came for an invoice that does not need it any more. */
  readonly keepSurplus: (context: Context, invoiceId: string) => void;
  readonly writeOff: (context: Context, request: WriteOffRequest) => void;
}

export interface RefundAttempt {
  readonly refundId: string;
  readonly state: 'new' | 'attempted-before';
}

export interface AnsweredRefund {
  readonly refundId: string;
  readonly answer: GatewayAnswer | 'no-answer';
}

export interface WriteOffRequest {
  readonly key: string;
  readonly invoiceId: string;
}

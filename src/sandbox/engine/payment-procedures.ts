import type { PaymentNotification } from '../../model/billing/gateway.ts';
import type { Payment } from '../../model/billing/payment.ts';
import type { Money } from '../../model/money.ts';
import type { Context } from '../engine.ts';
import type { GatewayAnswer } from '../gateway/gateway.ts';

/** Money that comes in, in the order of its effects. */
export interface PaymentProcedures {
  /** Answers the id of the payment, of the first one when the key comes again. */
  readonly pay: (context: Context, request: PaymentRequest) => Promise<string>;
  /** Writes the attempt before the gateway is asked; a key that is known answers what was attempted before. */
  readonly beginPayment: (context: Context, request: PaymentRequest) => PaymentAttempt;
  /** Asks the gateway for the money of a written attempt. No answer in time says nothing of the money. */
  readonly askGateway: (context: Context, paymentId: string) => Promise<GatewayAnswer | 'no-answer'>;
  /** What is done with the gateway's answer, or without one. */
  readonly takeAnswer: (context: Context, answered: AnsweredPayment) => Promise<void>;
  /** Ends what hangs by reading the gateway; it never asks for money. */
  readonly reconcilePayment: (context: Context, paymentId: string) => Promise<void>;
  readonly receiveNotification: (context: Context, notification: PaymentNotification) => Promise<void>;
  /** Moves the payment on; true only for the one caller whose news it was. */
  readonly claimOutcome: (context: Context, outcome: PaymentOutcome) => boolean;
  /** What follows for books and others when a payment has come to this state. */
  readonly followOutcome: (context: Context, outcome: PaymentOutcome) => void;
  readonly amendPayment: (context: Context, amendment: PaymentAmendment) => void;
}

export interface PaymentRequest {
  readonly key: string;
  readonly invoiceId: string;
  readonly amount: Money;
}

export interface PaymentAttempt {
  readonly paymentId: string;
  readonly state: 'new' | 'attempted-before';
}

export interface AnsweredPayment {
  readonly paymentId: string;
  readonly answer: GatewayAnswer | 'no-answer';
}

export interface PaymentOutcome {
  readonly paymentId: string;
  readonly status: Payment['status'];
}

export interface PaymentAmendment {
  readonly paymentId: string;
  readonly amount: Money;
}

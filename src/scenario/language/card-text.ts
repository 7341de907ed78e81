import type { PaymentBehaviour, PaymentNotification } from '../../model/billing/gateway.ts';
import { ScenarioDefect } from '../expectation-failed.ts';

const cards: Readonly<Record<string, PaymentBehaviour>> = {
  'goes through': 'succeeds',
  'is declined': 'declines-soft',
  'is reported stolen': 'declines-hard',
  'loses its answer': 'times-out-after-doing-it',
  'stays undecided': 'stays-pending',
};

const ends: Readonly<Record<string, PaymentNotification['outcome']>> = {
  'went through': 'succeeded',
  'was declined': 'declined',
  'was charged back': 'charged-back',
};

/** Reads what becomes of charges to a card, in the words of a feature. */
export function readCard(text: string): PaymentBehaviour {
  return known(cards, text);
}

/** Reads what the payment service says of a payment. */
export function readPaymentNews(text: string): PaymentNotification['outcome'] {
  return known(ends, text);
}

function known<Value>(words: Readonly<Record<string, Value>>, text: string): Value {
  const value = Object.hasOwn(words, text) ? words[text] : undefined;
  if (value !== undefined) return value;
  throw new ScenarioDefect(`Found "${text}", expected one of: ${Object.keys(words).join(', ')}.`);
}

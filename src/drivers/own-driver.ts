import { isCurrency } from '../model/currency.ts';
import { addDays, daysBetween, instant, localDate } from '../model/date.ts';
import { addDecimals, compareDecimals, isDecimal } from '../model/decimal.ts';
import { HarnessFault } from '../model/fault.ts';
import {
  addMoney,
  moneyAmount,
  moneyOf,
  parseMoney,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../model/money.ts';
import { declareCapabilities } from '../target/capability.ts';
import { TargetAnswerInvalid, TargetRefusal } from '../target/session.ts';
import { HttpClient } from './http-client.ts';

/** `tollgate/driver`: what a driver outside this package is written with. */
export type { Calculation, CalculationAnswer } from '../model/billing/calculation.ts';
export type { Charge, PlanVersion } from '../model/billing/catalog.ts';
export type { Customer, Discount, NewCustomer, TaxRate } from '../model/billing/customer.ts';
export type { Invoice, InvoiceLine } from '../model/billing/invoice.ts';
export type { NewPayment, Payment } from '../model/billing/payment.ts';
export type { PolicyProfile } from '../model/billing/policy-profile.ts';
export type { PriceModel } from '../model/billing/price.ts';
export type { NewSubscription, Subscription, Timing } from '../model/billing/subscription.ts';
export type { UsageEvent, UsageResult } from '../model/billing/usage.ts';
export type { CurrencyCode } from '../model/currency.ts';
export type { Instant, LocalDate, Period } from '../model/date.ts';
export type { Decimal } from '../model/decimal.ts';
export type { Money } from '../model/money.ts';
export type { Capability, Support } from '../target/capability.ts';
export type { TargetDescription } from '../target/description.ts';
export type { Driver, OpenWrite, SessionRequest, Settlement, TargetAddress } from '../target/driver.ts';
export type { OfferedSession, TargetSession } from '../target/session.ts';
export type { Wire } from '../target/wire.ts';
export {
  addDays,
  addDecimals,
  addMoney,
  compareDecimals,
  daysBetween,
  declareCapabilities,
  HarnessFault,
  HttpClient,
  instant,
  isCurrency,
  isDecimal,
  localDate,
  moneyAmount,
  moneyOf,
  parseMoney,
  subtractMoney,
  sumMoney,
  TargetAnswerInvalid,
  TargetRefusal,
  zeroMoney,
};

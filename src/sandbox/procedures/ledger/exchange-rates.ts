import type { ExchangeRate } from '../../../model/billing/exchange.ts';
import type { RateQuestion } from '../../engine/exchange-procedures.ts';
import type { Context } from '../../engine.ts';
import { Refusal } from '../../refusal.ts';
import { customerById } from '../../store/customers.ts';
import { insertRate } from '../../store/exchange.ts';
import { entityOf } from '../../store/legal-entities.ts';
import { todayOf } from '../../store/tenants.ts';

export function setExchangeRate(context: Context, rate: ExchangeRate): void {
  if (insertRate(context, rate)) return;
  refuseRate(
    `Found a rate for ${rate.effectiveFrom} already, expected a day without one: rates never change.`,
  );
}

export function rateOfDay(context: Context, { from, to, day }: RateQuestion): ExchangeRate {
  const rate = context.rules.rateInForce(context.procedures.readRates(context, { from, to }), day);
  if (rate === null)
    refuseRate(`Found no rate from ${from} to ${to} for ${day}, expected one: enter it first.`);
  const { effectiveFrom } = rate;
  const daysMax = context.policy.exchangeRateDays ?? Number.POSITIVE_INFINITY;
  if (!context.rules.isRateStale({ effectiveFrom, day, daysMax })) return rate;
  return refuseRate(
    `Found a rate from ${from} to ${to} of ${effectiveFrom}, expected one that is at most ${daysMax} days old on ${day}.`,
  );
}

export function requireRate(context: Context, customerId: string): void {
  const entity = entityOf(context, customerId);
  const { currency } = customerById(context, customerId);
  if (entity === null || entity.currency === currency) return;
  const day = todayOf(context.store, context.tenantId);
  context.procedures.rateOfDay(context, { from: currency, to: entity.currency, day });
}

function refuseRate(message: string): never {
  throw new Refusal({ status: 409, field: 'rate', message });
}

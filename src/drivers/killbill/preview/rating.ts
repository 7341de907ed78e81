import { z } from 'zod';
import type { Calculation, CalculationAnswer } from '../../../model/billing/calculation.ts';
import type { PlanVersion } from '../../../model/billing/catalog.ts';
import type { LocalDate } from '../../../model/date.ts';
import { localDate } from '../../../model/date.ts';
import type { Decimal } from '../../../model/decimal.ts';
import { moneyAmount, moneyOf, parseMoney, subtractMoney } from '../../../model/money.ts';
import type { KillBillItem } from '../answers.ts';
import { unitName } from '../catalog-xml.ts';
import { jsonNumber, parseLossless } from '../lossless-json.ts';
import { plainForm } from '../plan-names.ts';
import { refuse } from '../refuse.ts';
import { isZero } from '../usage-tiers.ts';
import { monthsLater } from './months.ts';
import { onTrialAccount, type PreviewPlace, type TrialAccount } from './trial-account.ts';

type Question = Extract<Calculation, { kind: 'rating' }>;
type Answer = Extract<CalculationAnswer, { kind: 'rating' }>;

const details = z.object({ tierDetails: z.array(z.object({ tier: z.string(), amount: z.string() })) });

/** What a month with that usage would be billed. What came before in the same period is billed first, and taken off. */
export async function previewRating(
  place: PreviewPlace,
  today: LocalDate,
  question: Question,
): Promise<Answer> {
  const { minimum, maximum, price, currency, quantity, alreadyBilled, billedBefore } = question;
  if (minimum !== null || maximum !== null) refuse('preview.rating', 'a minimum or a maximum');
  const order = {
    version: planFor(question),
    form: plainForm('asked'),
    start: today,
    billDay: 1,
    timeZone: 'UTC',
  };
  return onTrialAccount(place, order, async (account) => {
    const tiers = 'tiers' in price ? price.tiers.length : 0;
    const read = async () => rated(await itemOn(account, today, price.kind === 'flat'), currency, tiers);
    if (price.kind === 'flat') return read();
    await use(account, today, alreadyBilled);
    const earlier = isZero(alreadyBilled) ? null : await read();
    await use(account, today, quantity);
    const both = await read();
    const before = billedBefore === undefined ? earlier : { perTier: [], amount: billedBefore };
    return before === null ? both : less(both, before, currency);
  });
}

function planFor({ price, currency }: Question): PlanVersion {
  const usage = { kind: 'usage', code: 'units', meter: 'units', price } as const;
  const fee = { kind: 'recurring', code: 'fee', timing: 'advance', price } as const;
  return {
    plan: 'asked',
    effectiveFrom: localDate('2000-01-01'),
    currency,
    interval: { unit: 'month', count: 1 },
    charges: [price.kind === 'flat' ? fee : usage],
  };
}

async function use(
  { calls, subscriptionId }: TrialAccount,
  date: LocalDate,
  quantity: Decimal,
): Promise<void> {
  if (isZero(quantity)) return;
  const usageRecords = [{ recordDate: date, amount: jsonNumber(quantity) }];
  const body = { subscriptionId, unitUsageRecords: [{ unitType: unitName('units'), usageRecords }] };
  await calls.write({ operation: 'preview.usage', path: '/1.0/kb/usages', body });
}

async function itemOn(
  { dryRun }: TrialAccount,
  today: LocalDate,
  isFee: boolean,
): Promise<KillBillItem | null> {
  const invoice = await dryRun(isFee ? today : monthsLater(today, 1));
  return invoice?.items.find(({ itemType }) => itemType === (isFee ? 'RECURRING' : 'USAGE')) ?? null;
}

function rated(item: KillBillItem | null, currency: string, tiers: number): Answer {
  const zero = moneyAmount(moneyOf(0n, currency));
  const found = details.safeParse(item?.itemDetails == null ? null : parseLossless(item.itemDetails));
  const told = found.success ? found.data.tierDetails : [];
  return {
    kind: 'rating',
    amount: item === null ? zero : moneyAmount(parseMoney(item.amount, currency)),
    unrounded: null,
    perTier: Array.from(
      { length: tiers },
      (_, index) => told.find(({ tier }) => tier === String(index + 1))?.amount ?? zero,
    ),
    trueUp: zero,
    capDiscount: zero,
  };
}

function less(both: Answer, earlier: Pick<Answer, 'amount' | 'perTier'>, currency: string): Answer {
  const difference = (all: Decimal, before: Decimal) =>
    moneyAmount(subtractMoney(parseMoney(all, currency), parseMoney(before, currency)));
  return {
    ...both,
    amount: difference(both.amount, earlier.amount),
    perTier: both.perTier.map((amount, index) => difference(amount, earlier.perTier[index] ?? '0')),
  };
}

import type { Faker } from '@faker-js/faker';
import type { Invoice } from '../../model/billing/invoice.ts';
import type { LocalDate } from '../../model/date.ts';
import { type Money, moneyOf } from '../../model/money.ts';
import { refusalOf } from '../billing-session.ts';
import type { OpenContract } from '../situations/open-contract.ts';
import type { World } from '../world.ts';
import type { Booked } from './account-days.ts';

/** An account as it lives: what was done is drawn, what it has to come to is known. */
export interface AccountLife {
  readonly world: World;
  readonly faker: Faker;
  /** Another one when somebody whose plan was over came back. */
  contract: OpenContract;
  /** No other life's keys begin with it. */
  readonly key: string;
  readonly plans: { readonly small: string; readonly large: string; readonly extra: string };
  /** Of the cast. */
  readonly name: string;
  readonly currency: string;
  /** Where the customer pays his taxes. */
  readonly country: string;
  /** Of the plan, or of another bill day: from then on its months begin on this day. */
  firstDay: LocalDate;
  /** All that was ever ordered, by the target's ids, and which of it are add-ons. */
  readonly started: string[];
  readonly addOns: string[];
  /** Whether what falls due is billed at once, waits for somebody, or is billed no more. */
  bills: 'come' | 'wait' | 'over';
  /** Of the act that is under way. */
  number: number;
  /** Came in all, less what went back, in minor units. */
  cash: bigint;
  /** Given up, by invoice, in minor units. */
  readonly lost: Map<string, bigint>;
  /** When the books were looked at last. */
  booked: Booked;
}

/** Whether it was done; it may as well be refused. */
export type AccountAct = (life: AccountLife) => Promise<boolean>;

export function keyOf({ key, number }: AccountLife): string {
  return `${key}-act-${number}`;
}

export async function drawnInvoice({ faker, contract }: AccountLife): Promise<Invoice | undefined> {
  const invoices = await contract.session.invoices(contract.customerId);
  return invoices.length === 0 ? undefined : faker.helpers.arrayElement(invoices);
}

/** All, a part, one minor unit, or one too many. */
export function drawnPart({ faker, currency }: AccountLife, all: Money): Money {
  const parts = [all.amountMinor, all.amountMinor / 3n, 1n, all.amountMinor + 1n];
  return moneyOf(faker.helpers.arrayElement(parts), currency);
}

/** Whether it was done; what was not has to be a no of the target, and nothing that went wrong within it. */
export async function done({ world }: AccountLife, attempt: Promise<unknown>): Promise<boolean> {
  const answer = await refusalOf(attempt);
  if (answer !== 'accepted') world.expectRefused(answer, 'An act was not done.');
  return answer === 'accepted';
}

/** Whether it was done; a wish that nothing speaks against has to be granted, unless it is not his who wishes. */
export async function granted(
  life: AccountLife,
  attempt: Promise<unknown>,
  wish: { readonly what: string; readonly isDue: boolean },
): Promise<boolean> {
  const answer = await refusalOf(attempt);
  if (answer === 'accepted') return true;
  const { what, isDue } = wish;
  const isNotHis = answer === 403;
  life.world.expectThat(
    isNotHis || !isDue,
    `Found ${what} refused (${answer}), which nothing speaks against.`,
  );
  life.world.expectRefused(answer, 'An act was not done.');
  return false;
}

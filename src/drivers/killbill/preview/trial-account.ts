import { randomUUID } from 'node:crypto';
import type { PlanVersion } from '../../../model/billing/catalog.ts';
import { type LocalDate, localDate } from '../../../model/date.ts';
import type { TargetAddress } from '../../../target/driver.ts';
import type { Wire } from '../../../target/wire.ts';
import { invoiceAnswer, invoicesAnswer, type KillBillInvoice } from '../answers.ts';
import { KillBillCalls } from '../calls.ts';
import { baseUrlOf, connect } from '../connection.ts';
import { autoInvoicingOff } from '../end-world.ts';
import { formName, type PlanForm } from '../plan-names.ts';
import { PriceList } from '../price-list.ts';
import { createTenant } from '../registry.ts';
import { ServerClock } from '../server-clock.ts';
import { tenantOf } from '../tenant.ts';
import { justAfterMidnight } from '../zones.ts';

export interface PreviewPlace {
  readonly address: TargetAddress;
  readonly wire: Wire;
}

export interface TrialOrder {
  readonly version: PlanVersion;
  readonly form: PlanForm;
  readonly start: LocalDate;
  /** The day of the month on which periods begin, for calendar billing. */
  readonly billDay: number;
  readonly timeZone: string;
}

/** An account that exists to be asked what it would be billed; nothing is ever billed to it. */
export interface TrialAccount {
  readonly calls: KillBillCalls;
  readonly subscriptionId: string;
  /** What would be on the invoice if all was billed that is due up to the day; null when nothing. */
  dryRun(date: LocalDate): Promise<KillBillInvoice | null>;
  /** Later moves of the clock find nothing to do with it. */
  forget(): Promise<void>;
}

/** The shipped guards stop an invoice of many periods; here many periods are what is asked for. */
const withoutGuards = {
  'org.killbill.invoice.maxDailyNumberOfItemsSafetyBound': '-1',
  'org.killbill.invoice.sanitySafetyBoundEnabled': 'false',
  'org.killbill.invoice.maxNumberOfMonthsInFuture': '1200',
};

/** Opens the account in a tenant of its own, whose catalog is the one plan, and hands it to the question. */
export async function onTrialAccount<Answer>(
  { address, wire }: PreviewPlace,
  order: TrialOrder,
  ask: (account: TrialAccount) => Promise<Answer>,
): Promise<Answer> {
  const tenant = tenantOf(`tollgate-preview-${randomUUID()}`);
  await createTenant(address, tenant, wire);
  const calls = new KillBillCalls(connect(address, tenant, wire));
  try {
    const document = { mediaType: 'text/plain', text: JSON.stringify(withoutGuards) };
    const path = '/1.0/kb/tenants/uploadPerTenantConfig';
    await calls.write({ operation: 'preview.prepare', path, document });
    const account = await openAccount(calls, order, baseUrlOf(address));
    try {
      return await ask(account);
    } finally {
      await account.forget();
    }
  } finally {
    await calls.close();
  }
}

async function openAccount(calls: KillBillCalls, order: TrialOrder, server: string): Promise<TrialAccount> {
  const { version, form, start, billDay, timeZone } = order;
  await PriceList.empty({ calls, dialect: 'subscription-keys' }).publishOnly({ form, version });
  const accountId = await calls.write({
    operation: 'preview.account',
    path: '/1.0/kb/accounts',
    body: {
      name: 'preview',
      currency: version.currency,
      timeZone,
      referenceTime: justAfterMidnight(timeZone, start),
      billCycleDayLocal: billDay,
    },
  });
  const tags = `/1.0/kb/accounts/${accountId}/tags`;
  await calls.write({ operation: 'preview.account', path: tags, body: [autoInvoicingOff] });
  const query = new URLSearchParams({ entitlementDate: start, billingDate: start });
  const subscriptionId = await calls.write({
    operation: 'preview.order',
    path: `/1.0/kb/subscriptions?${query}`,
    body: { accountId, planName: formName(form) },
  });
  return { calls, subscriptionId, ...dryRunOf(calls, accountId, server) };
}

/**
 * Servers before 0.22.26 tell nothing of an account that is not invoiced. There the account is invoiced, and what it would be
 * billed is what it was billed together with what is still to come.
 */
function dryRunOf(
  calls: KillBillCalls,
  accountId: string,
  server: string,
): Pick<TrialAccount, 'dryRun' | 'forget'> {
  let isInvoiced = false;
  const ask = (targetDate: LocalDate) =>
    calls.ask(
      {
        operation: 'preview.dry-run',
        method: 'POST',
        path: `/1.0/kb/invoices/dryRun?${new URLSearchParams({ accountId, targetDate })}`,
        body: { dryRunType: 'TARGET_DATE' },
      },
      invoiceAnswer.nullable(),
    );
  const dryRun = async (targetDate: LocalDate) => {
    const told = isInvoiced ? null : await ask(targetDate);
    if (told !== null) return told;
    if (!isInvoiced) {
      const path = `/1.0/kb/accounts/${accountId}/tags?${new URLSearchParams({ tagDef: autoInvoicingOff })}`;
      await calls.write({ operation: 'preview.account', method: 'DELETE', path });
      isInvoiced = true;
    }
    await settled(calls, server);
    const query = new URLSearchParams({ withItems: 'true', includeInvoiceComponents: 'true' });
    const path = `/1.0/kb/accounts/${accountId}/invoices?${query}`;
    const billed = await calls.get('preview.billed', path, invoicesAnswer);
    const toCome = await ask(targetDate);
    const all = [...billed, ...(toCome === null ? [] : [toCome])];
    const [first] = all;
    return first === undefined ? null : { ...first, items: all.flatMap(({ items }) => items) };
  };
  const forget = async () => {
    const path = `/1.0/kb/accounts/${accountId}/tags`;
    if (isInvoiced) await calls.write({ operation: 'preview.account', path, body: [autoInvoicingOff] });
  };
  return { dryRun, forget };
}

async function settled(calls: KillBillCalls, server: string): Promise<void> {
  const clockOf = (today: LocalDate) => new ServerClock(calls, server, { today, isClockLent: false });
  await clockOf(await clockOf(localDate('2000-01-01')).read()).settle();
}

import type { PlannedAct } from '../../../model/billing/planned-act.ts';
import type { LocalDate } from '../../../model/date.ts';
import { unreachable } from '../../../model/fault.ts';
import type { ActPreviewVerbs } from '../../../target/verbs/act-preview.ts';
import { invoiceAnswer } from '../answers.ts';
import { productName } from '../catalog-xml.ts';
import { billingPeriodOf } from '../intervals.ts';
import { listInvoices } from '../list-invoices.ts';
import type { PlanForm } from '../plan-names.ts';
import { priceOverrides } from '../price-overrides.ts';
import { isBill, readInvoice } from '../read-invoice.ts';
import { refuse } from '../refuse.ts';
import type { WorldState } from '../world-state.ts';
import { agreedWithChange, formAfterChange, formWanted } from './subscription.ts';

const operation = 'preview.act';

/** A dry run of the event, billed up to its own day. */
export function actPreviewVerbs(state: WorldState): ActPreviewVerbs {
  return {
    previewAct: async (customerId, act) => {
      await state.clock.takeTurn();
      const date = act.kind === 'order' ? act.order.start : act.date;
      const query = new URLSearchParams({ accountId: customerId, targetDate: date });
      const found = await state.calls.ask(
        {
          operation,
          method: 'POST',
          path: `/1.0/kb/invoices/dryRun?${query}`,
          body: { dryRunType: 'SUBSCRIPTION_ACTION', effectiveDate: date, ...(await eventOf(state, act)) },
        },
        invoiceAnswer.nullable(),
      );
      await listInvoices(state, customerId);
      if (found === null || !isBill(found)) return null;
      const none = { currency: found.currency, amountMinor: 0n };
      return readInvoice({ ...found, invoiceDate: date }, state, none);
    },
  };
}

async function eventOf(state: WorldState, act: PlannedAct): Promise<object> {
  switch (act.kind) {
    case 'order': {
      const { order } = act;
      if (order.billing === 'calendar' || order.addOnTo !== undefined)
        refuse(operation, 'an order by the calendar or beside another one');
      const form = formWanted(order);
      return {
        dryRunAction: 'START_BILLING',
        ...(await productOf(state, form, order.start)),
        ...priceOverrides(state, order, form),
      };
    }
    case 'change': {
      const form = formAfterChange(state, act.subscriptionId, act.plan);
      return {
        dryRunAction: 'CHANGE',
        ...of(state, act.subscriptionId),
        ...(await productOf(state, form, act.date)),
        ...agreedWithChange(state, act, form),
      };
    }
    case 'end':
      return { dryRunAction: 'STOP_BILLING', ...of(state, act.subscriptionId) };
    default:
      return unreachable(act, 'planned act');
  }
}

function of({ subscriptions }: WorldState, subscriptionId: string): object {
  return { subscriptionId, bundleId: subscriptions.get(subscriptionId)?.bundleId };
}

/** A dry run names no plan, but the product of which it is the only one. */
async function productOf({ prices }: WorldState, form: PlanForm, day: LocalDate): Promise<object> {
  await prices.need(form);
  const { interval, charges } = prices.versionOn(form.plan, day);
  const isRecurring = charges.some(({ kind }) => kind === 'recurring');
  return {
    productName: productName(form),
    productCategory: form.isAddOn ? 'ADD_ON' : 'BASE',
    billingPeriod: isRecurring ? billingPeriodOf(interval) : 'NO_BILLING_PERIOD',
    priceListName: 'DEFAULT',
    ...(form.trialDays > 0 ? {} : { phaseType: 'EVERGREEN' }),
  };
}

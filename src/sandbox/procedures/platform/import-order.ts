import { z } from 'zod';
import type { OrderResult } from '../../../model/billing/order.ts';
import type { Context } from '../../engine.ts';
import {
  countryText,
  currencyText,
  daySchema,
  instantText,
  keyText,
  nameText,
  positiveDecimal,
  zoneText,
} from '../../http/schemas.ts';
import { newId } from '../../new-id.ts';
import { Refusal } from '../../refusal.ts';
import { customerIdByKey, insertCustomer } from '../../store/customers.ts';
import { insertOrder, orderByKey } from '../../store/neighbours.ts';

const orderSchema = z.object({
  id: keyText,
  placedAt: instantText,
  customer: z.object({
    key: keyText,
    name: nameText,
    country: countryText,
    currency: currencyText,
    timeZone: zoneText,
  }),
  plan: keyText,
  quantity: positiveDecimal,
  start: daySchema,
});

type ReadOrder = z.infer<typeof orderSchema>;

/** An order that cannot be carried out is answered as such; the others of its page are not held up by it. */
export function importOrder(context: Context, given: unknown): OrderResult {
  const read = orderSchema.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    return rejected(given, { field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'not an order' });
  }
  try {
    return context.store.transaction(() => importOnce(context, read.data));
  } catch (error) {
    if (error instanceof Refusal) return rejected(given, { field: error.field, reason: error.message });
    throw error;
  }
}

function importOnce(context: Context, order: ReadOrder): OrderResult {
  const key = context.rules.orderKey({ id: order.id, customerKey: order.customer.key });
  const known = orderByKey(context, key);
  if (known !== null) return { kind: 'known', orderId: order.id, ...known };
  const customerId = customerOf(context, order.customer);
  const { plan, quantity, start } = order;
  const subscription = { key: `order ${order.id}`, customerId, plan, quantity, start } as const;
  const subscriptionId = context.procedures.subscribe(context, { ...subscription, billing: 'anniversary' });
  insertOrder(context, key, { customerId, subscriptionId });
  return { kind: 'imported', orderId: order.id, customerId, subscriptionId };
}

/** Two orders of one customer are two subscriptions of one customer. */
function customerOf(context: Context, customer: ReadOrder['customer']): string {
  const known = customerIdByKey(context, customer.key);
  if (known !== null) return known;
  const id = newId('cus');
  insertCustomer(context, id, customer);
  return id;
}

function rejected(given: unknown, why: { readonly field: string; readonly reason: string }): OrderResult {
  const id = typeof given === 'object' && given !== null ? Reflect.get(given, 'id') : null;
  return { kind: 'rejected', orderId: typeof id === 'string' ? id : '', ...why };
}

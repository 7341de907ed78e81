import { z } from 'zod';
import type { OrderPage, OrderPlace } from '../../engine/neighbour-procedures.ts';
import type { Context } from '../../engine.ts';

const timeoutMs = 2_000;
const pageSchema = z.object({
  orders: z.array(z.unknown()).max(1_000),
  cursor: z.string().max(300),
  isLast: z.boolean(),
});

/** What does not answer, or not with a page, is silent: nothing of it is taken, and the same page is asked for next time. */
export async function fetchOrders(_context: Context, { url, cursor }: OrderPlace): Promise<OrderPage | null> {
  try {
    const response = await fetch(`${url}?${new URLSearchParams({ after: cursor })}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    const page = pageSchema.safeParse(await response.json());
    return page.success ? page.data : null;
  } catch {
    return null;
  }
}

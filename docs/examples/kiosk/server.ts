import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** A billing system of a few lines, in memory: worlds with a clock, plans with one fee, invoices. */
type Fields = Record<string, string>;
type Order = Record<'plan' | 'start' | 'unit' | 'count' | 'timing' | 'billedUntil' | 'told', string>;
const emptyWorld = () => ({ plans: new Map<string, Fields>(), customers: new Set<string>() });
const emptyBooks = () => ({ orders: new Map<string, Order>(), invoices: [] as Fields[] });
type World = ReturnType<typeof emptyWorld> & ReturnType<typeof emptyBooks> & { run: string; today: string };
const currencies = new Set(Intl.supportedValuesOf('currency'));
const worlds = new Map<string, World>();
const refuse = (status: number, message: string): never => {
  throw Object.assign(new Error(message), { status });
};

/** So many units after the start. Months are counted from there, so that a short one moves one bill only. */
function after(start: string, unit: string, count: number): string {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  const months = [year, month - 1 + count, Math.min(day, last)] as const;
  const date = unit === 'month' ? Date.UTC(...months) : Date.UTC(year, month - 1, day + count);
  return new Date(date).toISOString().slice(0, 10);
}

/** Invoices every period that fell due by today and stands on no invoice yet. */
function bill({ today, orders, invoices }: World): unknown {
  const before = invoices.length;
  for (const [subscription, order] of orders) {
    const { start, unit, count, timing, billedUntil, told, ...what } = order;
    for (let k = 0; after(start, unit, k) <= today; k += Number(count)) {
      const [from, to] = [after(start, unit, k), after(start, unit, k + Number(count))];
      const [, date = told] = [told, timing === 'advance' ? from : to].sort();
      if (from < billedUntil || date > today) continue;
      invoices.push({ ...what, id: String(invoices.length + 1), subscription, date, from, to });
      order.billedUntil = to;
    }
  }
  return invoices.slice(before).map(({ id }) => id);
}

const routes: Record<string, (world: World, body: Fields) => unknown> = {
  'GET clock': ({ today }) => today,
  'POST clock': (world, { today = '' }) => {
    if (today < world.today) refuse(409, `it is ${world.today} already`);
    world.today = today;
    return bill(world);
  },
  'POST bills': bill,
  'POST plans': ({ plans }, body) => plans.set(body['plan'] ?? '', body).size,
  'POST customers': ({ customers }, body) => {
    if (!currencies.has(body['currency'] ?? '')) refuse(422, `${body['currency']} is no currency`);
    return customers.add(body['key'] ?? '').size;
  },
  'POST subscriptions': (world, body) => {
    const { key = '', customer = '', plan = '', billing } = body;
    if (billing !== 'anniversary') refuse(422, 'periods begin on the day of the order');
    if (!world.customers.has(customer) || !world.plans.has(plan)) refuse(404, 'no such customer or plan');
    const order: Order = { told: world.today, billedUntil: '', ...world.plans.get(plan), ...body } as never;
    if (!world.orders.has(key)) world.orders.set(key, order);
    return bill(world);
  },
  'GET invoices': ({ invoices }) => invoices,
};

function answer(method: string, path: string, body: Fields): unknown {
  const [, place, id = '', what] = path.split('/');
  if (place === '') return { name: 'Kiosk', version: '1.0', environment: 'test' };
  const mine = [...worlds.keys()].filter((key) =>
    place === 'runs' ? worlds.get(key)?.run === id : key === id,
  );
  if (what !== undefined) {
    const [world, route] = [worlds.get(id), routes[`${method} ${what}`]];
    return world && route ? route(world, body) : refuse(404, 'no such world or address');
  }
  if (method === 'DELETE') for (const key of mine) worlds.delete(key);
  const { run = '', today = '' } = body;
  if (method === 'POST') worlds.set(id, { run, today, ...emptyWorld(), ...emptyBooks() });
  return mine;
}

/** Listens on port 8123 when it is started by itself: node server.ts */
export const kiosk = createServer(async (request, response) => {
  try {
    const body = JSON.parse((await text(request)) || '{}') as Fields;
    response.end(JSON.stringify(answer(request.method ?? '', request.url ?? '', body)));
  } catch (error) {
    response.statusCode = (error as { status?: number }).status ?? 500;
    response.end(JSON.stringify({ message: (error as Error).message }));
  }
});
if (process.argv[1] === import.meta.filename) kiosk.listen(8123, '127.0.0.1');

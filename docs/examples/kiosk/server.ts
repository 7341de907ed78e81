import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** A billing system of a few lines, in memory: worlds with a clock, plans with one fee for some months, invoices. EUR only. */
type Fields = Record<string, string>;
type World = Record<'plans' | 'customers' | 'subscriptions', Map<string, Fields>> & {
  run: string;
  today: string;
  invoices: Fields[];
};
const worlds = new Map<string, World>();
const refuse = (status: number, message: string): never => {
  throw Object.assign(new Error(message), { status });
};

/** So many months after the start: a short month moves one bill only. */
function monthsAfter(start = '', months = 0): string {
  const [year = 0, month = 0, day = 0] = start.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Invoices every period that began by today and stands on no invoice yet. */
function bill({ today, plans, subscriptions, invoices }: World): unknown {
  const before = invoices.length;
  for (const subscription of subscriptions.values()) {
    const { customer = '', start, billedUntil = '' } = subscription;
    const { plan = '', months, cents = '' } = plans.get(subscription['plan'] ?? '') ?? {};
    for (let k = 0; monthsAfter(start, k) <= today; k += Number(months)) {
      const [from, to] = [monthsAfter(start, k), monthsAfter(start, k + Number(months))];
      if (from < billedUntil) continue;
      invoices.push({ id: String(invoices.length + 1), customer, plan, from, to, cents });
      subscription['billedUntil'] = to;
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
    if (body['currency'] !== 'EUR') refuse(422, `we sell in EUR, not in ${body['currency']}`);
    return customers.set(body['key'] ?? '', body).size;
  },
  'POST subscriptions': (world, body) => {
    const { key = '', customer = '', plan = '', billing } = body;
    if (billing !== 'anniversary') refuse(422, 'periods begin on the day of the order');
    if (!world.customers.has(customer) || !world.plans.has(plan)) refuse(404, 'no such customer or plan');
    if (!world.subscriptions.has(key)) world.subscriptions.set(key, body);
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
  const empty = { plans: new Map(), customers: new Map(), subscriptions: new Map(), invoices: [] };
  if (method === 'POST') worlds.set(id, { run, today, ...empty });
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

import {
  type Driver,
  declareCapabilities,
  HttpClient,
  localDate,
  moneyOf,
  type OfferedSession,
  parseMoney,
  TargetRefusal,
  type Wire,
} from 'tollgate/driver';

const can = { clock: 'native', 'price.flat': 'native', 'subscription.backdate': 'native' } as const;
/** The way to the kiosk of server.ts. It names what the kiosk can do; every check that takes more is NOT RUN. */
export const driver: Driver<OfferedSession> = {
  name: 'kiosk',
  describe: async ({ url }) => ({
    ...((await ask(url, null, ['GET', '/'])) as { name: string; version: string; environment: string }),
    clock: 'per-session',
    capabilities: declareCapabilities(can),
    profile: {
      roundingMode: 'half-up',
      roundingPoint: 'line',
      dayCount: 'actual',
      changeDayBelongsTo: 'new-plan',
      prorationCredit: 'none',
      zeroUsage: 'no-line',
      taxBase: 'after-discount',
      existingSubscriptions: 'price-in-force-at-period-start',
      paymentTermDays: 0,
    },
    ...{ interfaces: [], digests: { build: null, configuration: null, priceBook: null, dataCut: null } },
  }),
  open: async ({ url }, { runId, key, today, wire }) => {
    const world = `/worlds/${encodeURIComponent(`${runId}.${key}`)}`;
    await ask(url, wire, ['POST', world, { run: runId, today }]);
    return sessionOf(url, wire, world);
  },
  resume: async ({ url }, { wire }, world) => sessionOf(url, wire, world),
  cleanUp: async ({ url }, runId, wire) => void (await ask(url, wire, ['DELETE', `/runs/${runId}`])),
  leftovers: async ({ url }, runId, wire) => (await ask(url, wire, ['GET', `/runs/${runId}`])) as string[],
};

/** The client announces each write on the wire before it is sent, and repeats none. */
async function ask(url: string, wire: Wire | null, call: ['GET' | 'POST' | 'DELETE', string, object?]) {
  const [method, path, body] = call;
  const client = new HttpClient({ baseUrl: url, headers: {}, wire });
  const sent = { operation: `${method} ${path}`, method, path, ...(body && { body }) };
  return (method === 'GET' ? client.read(sent) : client.write(sent)).finally(() => client.close());
}

function sessionOf(url: string, wire: Wire, world: string): OfferedSession {
  const read = (what: string) => ask(url, wire, ['GET', `${world}/${what}`]);
  const write = (what: string, body: object) => ask(url, wire, ['POST', `${world}/${what}`, body]);
  const allInvoices = async () => ((await read('invoices')) as Record<string, string>[]).map(invoiceOf);
  return {
    handle: world,
    close: async () => void (await ask(url, wire, ['DELETE', world])),
    today: async () => localDate((await read('clock')) as string),
    advanceTo: async (today) => void (await write('clock', { today })),
    publish: async ({ plan, charges: [fee, ...more], interval, currency }) => {
      const unit = ['month', 'year'].includes(interval.unit) ? 'month' : 'day';
      const times = { day: 1, week: 7, month: 1, year: 12 }[interval.unit];
      if (fee?.kind !== 'recurring' || fee.price.kind !== 'flat' || more.length > 0)
        throw new TargetRefusal({ operation: 'publish', status: 422, answer: 'one fee, and nothing else' });
      const minor = String(parseMoney(fee.price.amount, currency).amountMinor);
      await write('plans', {
        plan,
        unit,
        count: String(times * interval.count),
        timing: fee.timing,
        minor,
        currency,
      });
    },
    createCustomer: async (customer) => {
      await write('customers', { key: customer.key, currency: customer.currency });
      return { ...customer, id: customer.key };
    },
    subscribe: async (order) => {
      const { key, customerId: customer, plan, start, billing } = order;
      await write('subscriptions', { key, customer, plan, start, billing });
      return { ...order, id: key, state: 'active', end: null, currentPeriod: null };
    },
    bill: async () => (await write('bills', {})) as string[],
    invoices: async (customer) => (await allInvoices()).filter(({ customerId }) => customerId === customer),
    invoice: async (id) => {
      const invoice = (await allInvoices()).find((one) => one.id === id);
      if (invoice !== undefined) return invoice;
      throw new TargetRefusal({ operation: 'invoice', status: 404, answer: `there is no invoice ${id}` });
    },
  };
}

function invoiceOf({ id = '', customer = '', subscription = '', plan = '', ...row }: Record<string, string>) {
  const { date = '', from = '', to = '', minor = '', currency = '' } = row;
  const [net, none, issueDate] = [moneyOf(BigInt(minor), currency), moneyOf(0n, currency), localDate(date)];
  const what = { kind: 'recurring', text: plan, subscriptionId: subscription, plan, charge: 'fee' } as const;
  const period = { from: localDate(from), to: localDate(to) };
  return {
    ...({ id, number: id, customerId: customer, status: 'finalised', currency, issueDate } as const),
    ...{
      dueDate: issueDate,
      lines: [{ ...what, priceVersion: null, period, quantity: '1', net, tax: none }],
    },
    ...{ subtotal: net, discount: none, tax: none, total: net, paid: none, credited: none, due: net },
  };
}

import type { Charge } from '../model/billing/catalog.ts';
import { buildSandbox } from './build-sandbox.ts';
import type { Defect } from './defects/defect.ts';
import type { SandboxApp } from './http/app.ts';

export interface TestAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

interface ShownLine {
  readonly kind: string;
  readonly charge: string;
  readonly priceVersion: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly quantity: string;
  readonly net: { readonly amount: string };
  readonly tax: { readonly amount: string };
}

export interface ShownInvoice {
  readonly id: string;
  readonly issueDate: string;
  readonly lines: readonly ShownLine[];
  readonly subtotal: { readonly amount: string };
  readonly discount: { readonly amount: string };
  readonly tax: { readonly amount: string };
  readonly taxes: readonly { readonly ratePercent: string; readonly tax: { readonly amount: string } }[];
  readonly total: { readonly amount: string };
  readonly due: { readonly amount: string };
  readonly dueDate: string;
}

/** For tests only: one tenant of a sandbox in memory, asked through its HTTP interface without a socket. */
export class TestWorld {
  readonly app: SandboxApp;
  #key = '';
  tenantId = '';

  private constructor(app: SandboxApp) {
    this.app = app;
  }

  static async open(today: string, defect: Defect | null = null): Promise<TestWorld> {
    return TestWorld.openIn(await buildSandbox({ dataDir: null, defect }), today);
  }

  /** A further tenant of a sandbox that is there; whoever disposes of the world ends the sandbox. */
  static async openIn(app: SandboxApp, today: string): Promise<TestWorld> {
    const world = new TestWorld(app);
    const tenant = await world.ok<{ tenantId: string; apiKey: string }>('POST', '/v1/tenants', {
      name: 'test',
      runId: 'run',
      today,
    });
    world.tenantId = tenant.tenantId;
    world.#key = tenant.apiKey;
    return world;
  }

  /** The same tenant, in a process that was started again on the same data. */
  restartedAs(app: SandboxApp): TestWorld {
    const world = new TestWorld(app);
    world.#key = this.#key;
    world.tenantId = this.tenantId;
    return world;
  }

  async call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<TestAnswer> {
    return this.callWith({}, { method, url, body });
  }

  async callWith(
    headers: Readonly<Record<string, string>>,
    request: {
      readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
      readonly url: string;
      readonly body?: object | undefined;
    },
  ): Promise<TestAnswer> {
    const response = await this.app.inject({
      method: request.method,
      url: request.url,
      headers: { ...(this.#key === '' ? {} : { authorization: `Bearer ${this.#key}` }), ...headers },
      ...(request.body === undefined ? {} : { payload: request.body }),
    });
    return { status: response.statusCode, text: response.body, headers: response.headers };
  }

  /** The body of a good answer, in the shape that the test expects of it. */
  async ok<Body>(method: 'GET' | 'POST' | 'PUT', url: string, body?: object): Promise<Body> {
    const answer = await this.call(method, url, body);
    if (answer.status > 299) throw new Error(`${method} ${url} answered ${answer.status}: ${answer.text}`);
    return JSON.parse(answer.text) as Body;
  }

  async publish(plan: string, charges: readonly Charge[], version: object = {}): Promise<void> {
    await this.ok('POST', '/v1/plans', {
      plan,
      effectiveFrom: '2020-01-01',
      currency: 'EUR',
      interval: { unit: 'month', count: 1 },
      charges,
      ...version,
    });
  }

  async customer(changes: object = {}): Promise<string> {
    const customer = await this.ok<{ id: string }>('POST', '/v1/customers', {
      key: 'c1',
      name: 'Ada & Sons',
      country: 'DE',
      currency: 'EUR',
      timeZone: 'UTC',
      ...changes,
    });
    return customer.id;
  }

  async subscribe(customerId: string, plan: string, changes: object = {}): Promise<string> {
    const subscription = await this.ok<{ id: string }>('POST', '/v1/subscriptions', {
      key: 's1',
      customerId,
      plan,
      start: '2026-01-01',
      quantity: '1',
      billing: 'anniversary',
      ...changes,
    });
    return subscription.id;
  }

  async advance(to: string): Promise<void> {
    await this.ok('POST', '/v1/clock/advance', { to });
  }

  async send(
    customerId: string,
    events: readonly { id: string; quantity: string; at: string }[],
  ): Promise<string> {
    const { results } = await this.ok<{ results: { outcome: string }[] }>('POST', '/v1/usage', {
      events: events.map((event) => ({ ...event, customerId, meter: 'calls' })),
    });
    return results.map((result) => result.outcome).join(' ');
  }

  async invoices(customerId: string, limit = 100): Promise<readonly ShownInvoice[]> {
    const all: ShownInvoice[] = [];
    let cursor = '';
    do {
      const page: { invoices: ShownInvoice[]; next: string | null } = await this.ok(
        'GET',
        `/v1/invoices?customerId=${customerId}&limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      all.push(...page.invoices);
      cursor = page.next ?? '';
    } while (cursor !== '');
    return all;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app.close();
  }
}

export function flatFee(amount: string, timing: 'advance' | 'arrears' = 'advance'): Charge {
  return { kind: 'recurring', code: 'fee', timing, price: { kind: 'flat', amount } };
}

export function perCall(unit: string): Charge {
  return { kind: 'usage', code: 'calls', meter: 'calls', price: { kind: 'per-unit', unit } };
}

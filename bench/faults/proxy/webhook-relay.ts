import { request as requestOf } from 'node:http';
import type { Act, Exchange } from './exchange.ts';
import type { FaultProxy } from './fault-proxy.ts';
import { call } from './matches.ts';

export interface Delivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Hands it to the receiver that was registered; answers its status, 0 when nobody was there. */
  send(body?: string): Promise<number>;
}

/** What is done with each delivery; answers the status that the target is told. */
export type DeliveryFault = (delivery: Delivery) => Promise<number>;

const ownPath = '/fault-bench/deliveries/';

/** Deliveries of the target go through the proxy from now on: what it registers is rewritten to lead here. */
export function relayWebhooks(proxy: FaultProxy, fault: DeliveryFault): void {
  const receivers: string[] = [];
  const register: Act = async ({ asked, forward, give }) => {
    const body = JSON.parse(asked.body) as { readonly url: string };
    receivers.push(body.url);
    const url = `${proxy.url}${ownPath}${receivers.length - 1}`;
    give(await forward({ body: JSON.stringify({ ...body, url }) }));
  };
  const deliver: Act = async (exchange) => {
    const receiver = receivers[Number(exchange.asked.path.slice(ownPath.length))];
    const status = receiver === undefined ? 404 : await fault(deliveryOf(exchange, receiver));
    exchange.give({ status, headers: {}, body: Buffer.alloc(0) });
  };
  proxy.when(call('POST', /^\/v1\/webhooks$/), register);
  proxy.when(call('POST', /^\/fault-bench\/deliveries\//), deliver);
}

function deliveryOf({ asked, request }: Exchange, receiver: string): Delivery {
  const names = ['content-type', 'sandbox-signature'];
  const headers = Object.fromEntries(names.map((name) => [name, String(request.headers[name] ?? '')]));
  const send = (body = asked.body) =>
    new Promise<number>((resolve) => {
      const sent = requestOf(receiver, { method: 'POST', headers }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
      });
      sent.once('error', () => resolve(0)).end(body);
    });
  return { headers, body: asked.body, send };
}

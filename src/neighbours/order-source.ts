import { type Answer, openService, type ServiceRequest, type SimulatedService } from './simulated-service.ts';

/** A CRM, simulated: a list of orders in pages. */
export interface OrderSource extends SimulatedService {
  /** Puts an order at the end of the list, as it is; anything may be put there that a careless system would send. */
  offer(order: unknown): void;
  /** The next pages that are asked for break off in the middle. */
  tear(pages: number): void;
  /** The next pages that are asked for have no order on them, and say that more follow. */
  blank(pages: number): void;
  /** When each order was handed out first, in ms of this machine's monotonic clock. */
  readonly handedOutAtMs: ReadonlyMap<string, number>;
}

const pageSize = 5;

export async function openOrderSource(): Promise<OrderSource> {
  const orders: unknown[] = [];
  const handedOutAtMs = new Map<string, number>();
  let torn = 0;
  let blank = 0;
  const page = ({ query }: ServiceRequest): Answer => {
    const from = placeOf(query);
    if (blank > 0) {
      blank -= 1;
      return emptyPage(from);
    }
    const part = orders.slice(from, from + pageSize);
    const cursor = String(from + part.length);
    const body = { orders: part, cursor, isLast: from + part.length >= orders.length };
    if (torn > 0) {
      torn -= 1;
      const text = JSON.stringify(body);
      return { kind: 'answer', status: 200, body: text.slice(0, text.length / 2) };
    }
    for (const id of part.map(idOf)) if (!handedOutAtMs.has(id)) handedOutAtMs.set(id, performance.now());
    return { kind: 'answer', status: 200, body };
  };
  const service = await openService(page);
  return {
    ...service,
    handedOutAtMs,
    offer: (order) => {
      orders.push(order);
    },
    tear: (pages) => {
      torn = pages;
    },
    blank: (pages) => {
      blank = pages;
    },
  };
}

function placeOf(query: URLSearchParams): number {
  return Number(query.get('after') ?? '') || 0;
}

function emptyPage(from: number): Answer {
  return { kind: 'answer', status: 200, body: { orders: [], cursor: String(from), isLast: false } };
}

function idOf(order: unknown): string {
  const id = typeof order === 'object' && order !== null ? Reflect.get(order, 'id') : null;
  return typeof id === 'string' ? id : '';
}

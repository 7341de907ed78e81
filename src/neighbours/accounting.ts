import { type Answer, openService, type ServiceRequest, type SimulatedService } from './simulated-service.ts';

export interface TakenEntry {
  readonly account: string;
  readonly side: 'debit' | 'credit';
  readonly amount: string;
  readonly currency: string;
  readonly invoiceId: string | null;
}

export interface TakenPosting {
  readonly postingId: string;
  readonly entries: readonly TakenEntry[];
}

/** Accounting, simulated: takes each posting once, knows it when it comes again, refuses one that does not balance. */
export interface Accounting extends SimulatedService {
  /** In the order in which they were taken. */
  readonly taken: readonly TakenPosting[];
  /** Why postings were refused, by their id. */
  readonly refused: ReadonlyMap<string, string>;
  /** How often anything was sent, repeats among it. */
  readonly attempts: () => number;
  /** The answers to the next postings are lost after they were taken. */
  loseAnswers(count: number): void;
}

export async function openAccounting(): Promise<Accounting> {
  const taken: TakenPosting[] = [];
  const refused = new Map<string, string>();
  let attempts = 0;
  let lost = 0;
  const take = ({ body }: ServiceRequest): Answer => {
    attempts += 1;
    const posting = readPosting(body);
    if (posting === null) return { kind: 'answer', status: 400, body: {} };
    if (taken.some(({ postingId }) => postingId === posting.postingId))
      return { kind: 'answer', status: 409, body: {} };
    const wrong = imbalance(posting);
    if (wrong !== null) {
      refused.set(posting.postingId, wrong);
      return { kind: 'answer', status: 422, body: { wrong } };
    }
    taken.push(posting);
    if (lost === 0) return { kind: 'answer', status: 201, body: {} };
    lost -= 1;
    return { kind: 'lost' };
  };
  const service = await openService(take);
  return {
    ...service,
    taken,
    refused,
    attempts: () => attempts,
    loseAnswers: (count) => {
      lost = count;
    },
  };
}

interface SentEntry extends Omit<TakenEntry, 'amount' | 'currency'> {
  readonly amount: { readonly amount: string; readonly currency: string };
}

function readPosting(body: string): TakenPosting | null {
  try {
    const { postingId, entries } = JSON.parse(body) as { postingId: string; entries: readonly SentEntry[] };
    return {
      postingId,
      entries: entries.map(({ amount, account, side, invoiceId }) => ({
        ...amount,
        account,
        side,
        invoiceId,
      })),
    };
  } catch {
    return null;
  }
}

/** Null where debits and credits of each currency are equal; decimals are compared digit by digit, never as floats. */
function imbalance({ entries }: TakenPosting): string | null {
  const sums = new Map<string, bigint>();
  for (const { currency, side, amount } of entries) {
    const digits = BigInt(amount.replace('.', ''));
    sums.set(currency, (sums.get(currency) ?? 0n) + (side === 'debit' ? digits : -digits));
  }
  const [wrong] = [...sums].filter(([, sum]) => sum !== 0n);
  return wrong === undefined ? null : `${wrong[0]} is out of balance`;
}

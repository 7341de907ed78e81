import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flatFee, type TestWorld } from '../../test-world.ts';
import type { Witness } from './witness.ts';

const today = '2026-01-01';

export interface AskedLine {
  readonly line: string;
  readonly seller: { readonly country: string };
  readonly customer: { readonly region: string | null; readonly vatId: string | null };
  readonly date: string;
  readonly category: string | null;
}

type Answers = (lines: readonly AskedLine[]) => readonly object[] | null;

/** A fee of EUR 100.00 at 20%, and books of EUR 50.00 at 5%, told by an engine: what each invoice is taxed with. */
export const taxEngineWitnesses: Readonly<Record<string, Witness>> = {
  'silent-engine-means-no-tax': {
    today,
    right: [],
    wrong: ['0.00'],
    look: (world) => taxes(world, [() => null]),
  },
  'line-without-tax-untaxed': {
    today,
    right: [],
    wrong: ['0.00'],
    look: (world) => taxes(world, [(lines) => told(lines).slice(0, -1)]),
  },
  'tax-answers-by-position': {
    today,
    right: ['22.50'],
    // 5% of 100.00 and 20% of 50.00.
    wrong: ['15.00'],
    look: (world) => taxes(world, [(lines) => told(lines).toReversed()]),
  },
  'waiting-invoice-forgotten': {
    today,
    right: ['22.50'],
    wrong: [],
    look: (world) => taxes(world, [() => null, told]),
  },
};

function told(lines: readonly AskedLine[]): readonly object[] {
  return lines.map(({ line, category }) => {
    return { line, ratePercent: category === 'books' ? '5' : '20', treatment: 'taxed' };
  });
}

/** One bill run for each way to answer. */
async function taxes(world: TestWorld, ways: readonly Answers[]): Promise<readonly string[]> {
  let answers: Answers = () => null;
  return atEngine(
    world,
    (lines) => answers(lines),
    async () => {
      const price = { kind: 'flat', amount: '50.00' } as const;
      const books = {
        kind: 'recurring',
        code: 'books',
        timing: 'advance',
        price,
        taxCategory: 'books',
      } as const;
      await world.publish('gold', [flatFee('100.00'), books]);
      const customerId = await world.customer();
      await world.subscribe(customerId, 'gold');
      for (const way of ways) {
        answers = way;
        await world.ok('POST', '/v1/bill-runs', { date: today });
      }
      return (await world.invoices(customerId)).map(({ tax }) => tax.amount);
    },
  );
}

/** While the body runs, a tax engine of this process answers so. */
export async function atEngine<Seen>(
  world: TestWorld,
  answers: Answers,
  body: () => Promise<Seen>,
): Promise<Seen> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const lines = answers(JSON.parse(Buffer.concat(chunks).toString()).lines);
      response.writeHead(lines === null ? 503 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ lines }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    await world.call('POST', '/v1/neighbours/tax-engine', { url });
    return await body();
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

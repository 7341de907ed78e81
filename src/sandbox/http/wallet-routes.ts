import { z } from 'zod';
import { canonicalDecimal, decimalFrom } from '../../model/decimal.ts';
import { moneyOf } from '../../model/money.ts';
import type { StoredWallet, StoredWalletEntry } from '../billing/stored-wallet.ts';
import type { Context, Engine } from '../engine.ts';
import { walletById, walletEntriesOf, walletsOf } from '../store/wallets.ts';
import { answerOnce } from './answer-once.ts';
import type { SandboxApp } from './app.ts';
import { contextOf } from './authenticate.ts';
import { presentMoney } from './present.ts';
import { daySchema, keyText, moneySchema, nameText, positiveDecimal } from './schemas.ts';
import { writeKey } from './void-routes.ts';

const newWallet = z.strictObject({
  key: keyText,
  customerId: keyText,
  name: nameText,
  rate: positiveDecimal,
  priority: z.int().min(0).max(1_000),
  expires: daySchema.nullable(),
  charges: z.array(keyText).max(1_000).nullable(),
});

const walletAnswer = z.object({
  ...newWallet.shape,
  expires: z.string().nullable(),
  id: z.string(),
  currency: z.string(),
  credits: z.string(),
  balance: moneySchema,
});

const entryAnswer = z.object({
  id: z.string(),
  walletId: z.string(),
  date: z.string(),
  kind: z.enum(['top-up', 'spent', 'returned', 'withdrawn', 'expired']),
  credits: z.string(),
  amount: moneySchema,
  invoiceId: z.string().nullable(),
});

const walletParams = z.strictObject({ walletId: keyText });
const movement = z.strictObject({ credits: positiveDecimal });

export function walletRoutes(app: SandboxApp, engine: Engine): void {
  const { procedures } = engine;
  app.post(
    '/v1/wallets',
    { config: { counted: true }, schema: { body: newWallet, response: { 201: walletAnswer } } },
    async (request, reply) => {
      const context = contextOf(engine, request);
      const wallet = answerOnce(context, request, () =>
        presentWallet(context, walletById(context, procedures.openWallet(context, request.body))),
      );
      return reply.code(201).send(wallet);
    },
  );
  app.get(
    '/v1/wallets',
    {
      schema: {
        querystring: z.strictObject({ customerId: keyText }),
        response: { 200: z.object({ wallets: z.array(walletAnswer) }) },
      },
    },
    async (request) => {
      const context = contextOf(engine, request);
      const wallets = walletsOf(context, request.query.customerId);
      return { wallets: wallets.map((wallet) => presentWallet(context, wallet)) };
    },
  );
  app.get(
    '/v1/wallets/:walletId/entries',
    { schema: { params: walletParams, response: { 200: z.object({ entries: z.array(entryAnswer) }) } } },
    async (request) => {
      const context = contextOf(engine, request);
      const wallet = walletById(context, request.params.walletId);
      return {
        entries: walletEntriesOf(context, wallet.id).map((entry) => presentWalletEntry(wallet, entry)),
      };
    },
  );
  movementRoutes(app, engine);
}

function movementRoutes(app: SandboxApp, engine: Engine): void {
  for (const act of ['top-up', 'withdraw'] as const) {
    app.post(
      `/v1/wallets/:walletId/${act}`,
      {
        config: { counted: true },
        schema: { params: walletParams, body: movement, response: { 201: entryAnswer } },
      },
      async (request, reply) => {
        const context = contextOf(engine, request);
        const { walletId } = request.params;
        const move = act === 'top-up' ? engine.procedures.topUpWallet : engine.procedures.withdrawCredits;
        const id = await move(context, { key: writeKey(request), walletId, credits: request.body.credits });
        const entry = walletEntriesOf(context, walletId).find((each) => each.id === id);
        if (entry === undefined) throw new RangeError(`Found no entry ${id} of the wallet.`);
        return reply.code(201).send(presentWalletEntry(walletById(context, walletId), entry));
      },
    );
  }
}

function presentWallet(context: Context, wallet: StoredWallet): z.infer<typeof walletAnswer> {
  const { sequence: _sequence, charges, ...shown } = wallet;
  const held = context.procedures.walletHoldings(context, wallet.id);
  return {
    ...shown,
    charges: charges === null ? null : [...charges],
    credits: creditsText(held.credits),
    balance: presentMoney(moneyOf(held.amount, wallet.currency)),
  };
}

function presentWalletEntry(wallet: StoredWallet, entry: StoredWalletEntry): z.infer<typeof entryAnswer> {
  const { key: _key, ...shown } = entry;
  return {
    ...shown,
    credits: creditsText(entry.credits),
    amount: presentMoney(moneyOf(entry.amount, wallet.currency)),
  };
}

function creditsText(credits: bigint): string {
  return canonicalDecimal(decimalFrom(credits, 5));
}

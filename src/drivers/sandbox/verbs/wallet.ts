import { z } from 'zod';
import type { WalletMovement } from '../../../model/billing/wallet.ts';
import type { WalletVerbs } from '../../../target/verbs/wallet.ts';
import { currency, day, decimal, money } from '../answer-values.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';

const walletAnswer = z.object({
  id: z.string(),
  key: z.string(),
  customerId: z.string(),
  name: z.string(),
  currency,
  rate: decimal,
  priority: z.int(),
  expires: day.nullable(),
  charges: z.array(z.string()).nullable(),
  credits: decimal,
  balance: money,
});

const entryAnswer = z.object({
  id: z.string(),
  walletId: z.string(),
  date: day,
  kind: z.enum(['top-up', 'spent', 'returned', 'withdrawn', 'expired']),
  credits: decimal,
  amount: money,
  invoiceId: z.string().nullable(),
});

const opening = 'wallet.open';

export function walletVerbs(calls: SandboxCalls): WalletVerbs {
  const move = async (act: 'top-up' | 'withdraw', { key, walletId, credits }: WalletMovement) => {
    const operation = `wallet.${act}`;
    const answer = await calls.client.write({
      operation,
      method: 'POST',
      path: `${walletPath(walletId)}/${act}`,
      body: { credits },
      idempotencyKey: `${calls.world.keyPrefix}${operation}/${key}`,
    });
    return readAnswer(operation, entryAnswer, answer);
  };
  return {
    openWallet: ({ key, customerId, name, rate, priority, expires, charges }) => {
      const body = { key, customerId, name, rate, priority, expires, charges };
      return calls.create({ operation: opening, path: '/v1/wallets', body }, walletAnswer);
    },
    topUpWallet: (movement) => move('top-up', movement),
    withdrawCredits: (movement) => move('withdraw', movement),
    wallets: async (customerId) => {
      const query = new URLSearchParams({ customerId });
      const schema = z.object({ wallets: z.array(walletAnswer) });
      const { wallets } = await calls.get('wallet.list', `/v1/wallets?${query}`, schema);
      return wallets.map((wallet) => calls.withOwnKey(wallet, opening));
    },
    walletEntries: async (walletId) => {
      const schema = z.object({ entries: z.array(entryAnswer) });
      return (await calls.get('wallet.entries', `${walletPath(walletId)}/entries`, schema)).entries;
    },
  };
}

function walletPath(id: string): string {
  return `/v1/wallets/${encodeURIComponent(id)}`;
}

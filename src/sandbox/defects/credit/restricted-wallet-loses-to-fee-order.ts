import type { InvoiceDraft } from '../../billing/stored-invoice.ts';
import type { StoredWallet } from '../../billing/stored-wallet.ts';
import { planWallets } from '../../procedures/subscription/plan-wallets.ts';
import type { Defect } from '../defect.ts';

export const restrictedWalletLosesToFeeOrder: Defect = {
  name: 'restricted-wallet-loses-to-fee-order',
  row: 'INV-05',
  family: 'INV',
  stage: 'credit',
  effect: 'under-credited',
  severity: 'major',
  title: 'The fees before it use up what a wallet for one fee could have paid',
  procedures: {
    planWallets: (context, plan) => {
      let before = 0n;
      return planWallets(context, plan).flatMap(({ wallet, amount }) => {
        const open = wallet.charges === null ? amount : leftInOrder(plan.invoice, wallet, before);
        const used = open < amount ? open : amount;
        before += used;
        return used > 0n ? [{ wallet, amount: used }] : [];
      });
    },
  },
};

/** What is left of the wallet's fees after all that was used before went over the fees in their order. */
function leftInOrder(invoice: InvoiceDraft, wallet: StoredWallet, before: bigint): bigint {
  let rest = before;
  let left = 0n;
  for (const line of invoice.lines) {
    const gross = line.net - line.discount + line.tax;
    const used = gross < rest ? gross : rest;
    rest -= used;
    if (line.charge !== null && wallet.charges?.includes(line.charge)) left += gross - used;
  }
  return left;
}

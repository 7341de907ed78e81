import type { Charge } from '../../model/billing/catalog.ts';
import {
  type AskedLine,
  openTaxEngine,
  type TaxDecided,
  type TaxEngine,
  type TaxTrouble,
} from '../../neighbours/tax-engine.ts';
import type { BillingSession } from '../billing-session.ts';
import { fee, monthlyPlan } from '../drawn/customer-history.ts';
import type { World } from '../world.ts';
import { openContract } from './open-contract.ts';
import { billingStart } from './paying-customer.ts';

export type { AskedLine, TaxDecided };

/** EUR 100.00 of software and EUR 50.00 of books. */
const books: Charge = { ...fee('50.00', 'books'), taxCategory: 'books' } as Charge;
const plan = monthlyPlan('reader', [fee('100.00'), books]);

export interface TaxedCustomer {
  readonly session: BillingSession;
  readonly customerId: string;
  readonly engine: TaxEngine;
}

/** Acme's first invoice, asked of an engine that takes 20% on anything and 5% on books. */
export async function atEngine(
  world: World,
  trouble: TaxTrouble | 'away',
  body: (taxed: TaxedCustomer) => Promise<void>,
) {
  const engine = await openTaxEngine();
  try {
    engine.setRate('', '20');
    engine.setRate('books', '5');
    if (trouble === 'away') engine.behave({ kind: 'away' });
    else engine.suffer(trouble);
    const session = await world.target(billingStart);
    await session.connectNeighbour({ kind: 'tax-engine', url: engine.url });
    const contract = { customer: 'Acme', plan, start: billingStart, session };
    const { customerId } = await openContract(world, contract);
    await session.bill(billingStart);
    await body({ session, customerId, engine });
  } finally {
    await engine.close();
  }
}

/** A seller in Germany, who asks an engine that decides so. */
export async function germanSeller(
  world: World,
  decide: (asked: AskedLine) => TaxDecided,
  body: (session: BillingSession) => Promise<void>,
): Promise<void> {
  const engine = await openTaxEngine();
  try {
    engine.decideBy(decide);
    const session = await world.target(billingStart);
    await session.connectNeighbour({ kind: 'tax-engine', url: engine.url });
    await session.setSeller({ country: 'DE', region: null });
    await body(session);
  } finally {
    await engine.close();
  }
}

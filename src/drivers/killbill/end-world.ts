import { z } from 'zod';
import type { TargetAddress } from '../../target/driver.ts';
import type { Wire } from '../../target/wire.ts';
import { KillBillCalls } from './calls.ts';
import { connect } from './connection.ts';
import { noteEnd } from './registry.ts';
import type { Tenant } from './tenant.ts';

/** Kill Bill's own tag of an account that is not invoiced any more. */
export const autoInvoicingOff = '00000000-0000-0000-0000-000000000002';

const accountsAnswer = z.array(z.object({ accountId: z.string() }));

/** Tenants cannot be removed; their accounts stop being invoiced, so that later moves of the clock find nothing to do. */
export async function endWorld(
  address: TargetAddress,
  { runId, tenant, wire }: { readonly runId: string; readonly tenant: Tenant; readonly wire: Wire },
): Promise<void> {
  const calls = new KillBillCalls(connect(address, tenant, wire));
  try {
    const accounts = await calls.get(
      'account.list',
      '/1.0/kb/accounts/pagination?limit=10000',
      accountsAnswer,
    );
    for (const { accountId } of accounts) {
      const path = `/1.0/kb/accounts/${accountId}/tags`;
      await calls.write({ operation: 'account.stop', path, body: [autoInvoicingOff] });
    }
  } finally {
    await calls.close();
  }
  await noteEnd(address, { runId, tenant, wire });
}

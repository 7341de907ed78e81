import { unreachable } from '../../model/fault.ts';
import type { TargetAddress } from '../../target/driver.ts';
import type { LoadOperation, LoadRecipe } from '../../target/load-recipe.ts';
import { baseUrlOf, headersFor } from './connection.ts';
import { hourOfMoves } from './server-clock.ts';
import type { Tenant } from './tenant.ts';

/**
 * Rows that the load profile picks need: `subscriptionId`, `meter` and `usageDay` to send usage, `invoiceId` to read an
 * invoice, `customerId` and `date` to have one customer billed, `date` to move the clock.
 */
export function killBillLoadRecipe(
  operation: LoadOperation,
  { address, tenant }: { readonly address: TargetAddress; readonly tenant: Tenant },
): LoadRecipe {
  const url = `${baseUrlOf(address)}/1.0/kb`;
  const headers = headersFor(address, tenant);
  const posting = { operation, method: 'POST' as const, headers, bodyTemplate: '', okBodyIncludes: '' };
  switch (operation) {
    case 'usage.ingest':
      return {
        ...posting,
        url: `${url}/usages`,
        headers: { ...headers, 'content-type': 'application/json' },
        bodyTemplate: usageTemplate,
        okStatus: 201,
      };
    case 'invoice.read':
      return {
        ...posting,
        method: 'GET',
        url: `${url}/invoices/{{invoiceId}}`,
        okStatus: 200,
        okBodyIncludes: '"items":[{',
      };
    case 'bill.run':
      // Kill Bill answers 404 where there is nothing to bill, as for a customer whose first day is billed already.
      return {
        ...posting,
        url: `${url}/invoices?accountId={{customerId}}&targetDate={{date}}`,
        okStatus: 404,
      };
    case 'clock.advance':
      return {
        ...posting,
        url: `${url}/test/clock?requestedDate={{date}}${hourOfMoves}&timeoutSec=0`,
        okStatus: 200,
        okBodyIncludes: '"currentUtcTime"',
      };
    default:
      return unreachable(operation, 'load operation');
  }
}

/** The unit is called as in the catalog, as long as the meter's name is made of letters and digits. */
const usageTemplate = JSON.stringify({
  subscriptionId: '{{subscriptionId}}',
  trackingId: '{{runId}}-{{n}}',
  unitUsageRecords: [
    { unitType: 'unit.{{meter}}', usageRecords: [{ recordDate: '{{usageDay}}', amount: 1 }] },
  ],
});

import { unreachable } from '../../model/fault.ts';
import type { LoadOperation, LoadRecipe } from '../../target/load-recipe.ts';

/**
 * Rows that the load profile picks need: `customerId`, `meter` and `at` to send usage, `invoiceId` to read an invoice,
 * `customerId` and `date` to run the bills of one customer, `date` to move the clock.
 */
export function sandboxLoadRecipe(
  operation: LoadOperation,
  to: { readonly url: string; readonly apiKey: string },
): LoadRecipe {
  const headers = { authorization: `Bearer ${to.apiKey}` };
  const posting = {
    operation,
    method: 'POST' as const,
    headers: { ...headers, 'content-type': 'application/json' },
    okStatus: 200,
  };
  switch (operation) {
    case 'usage.ingest':
      return {
        ...posting,
        url: `${to.url}/v1/usage`,
        bodyTemplate:
          '{"events":[{"id":"{{runId}}-{{n}}","customerId":"{{customerId}}","meter":"{{meter}}","quantity":"1","at":"{{at}}"}]}',
        okBodyIncludes: '"outcome":"accepted"',
      };
    case 'invoice.read':
      return {
        operation,
        method: 'GET',
        url: `${to.url}/v1/invoices/{{invoiceId}}`,
        headers,
        bodyTemplate: '',
        okStatus: 200,
        okBodyIncludes: '"lines":[',
      };
    case 'bill.run':
      return {
        ...posting,
        url: `${to.url}/v1/bill-runs`,
        bodyTemplate: '{"date":"{{date}}","customerId":"{{customerId}}"}',
        okBodyIncludes: '"invoiceIds"',
      };
    case 'clock.advance':
      return {
        ...posting,
        url: `${to.url}/v1/clock/advance`,
        bodyTemplate: '{"to":"{{date}}"}',
        okBodyIncludes: '"today"',
      };
    default:
      return unreachable(operation, 'load operation');
  }
}

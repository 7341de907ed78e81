import { z } from 'zod';
import type { Invoice } from '../../../model/billing/invoice.ts';
import type { InvoiceVerbs } from '../../../target/verbs/invoice.ts';
import {
  billRunAnswer,
  calculationAnswer,
  invoiceAnswer,
  invoicePageAnswer,
  quoteAnswer,
} from '../answers.ts';
import type { SandboxCalls } from '../calls.ts';
import { readAnswer } from '../read-answer.ts';
import { customerPath } from './customer.ts';

/** Small, so that a target which loses rows between pages is found out with few invoices. */
const pageLimit = 10;

export function invoiceVerbs(calls: SandboxCalls): InvoiceVerbs {
  return {
    preview: async (calculation) => {
      const operation = `preview.${calculation.kind}`;
      const call = { operation, method: 'POST', path: '/v1/preview', body: calculation } as const;
      return readAnswer(operation, calculationAnswer, await calls.client.read(call));
    },
    previewInvoice: async (customerId, date) => {
      const path = `${customerPath(customerId)}/next-invoice?date=${date}`;
      return (await calls.get('preview.invoice', path, quoteAnswer)).invoice;
    },
    bill: async (date) => {
      const call = { operation: 'bill.run', path: '/v1/bill-runs', body: { date } };
      return (await calls.posted(call, billRunAnswer)).invoiceIds;
    },
    invoice: (id) => calls.get('invoice.read', invoicePath(id), invoiceAnswer),
    invoices: (customerId, pageSize = pageLimit) => allPages(calls, customerId, pageSize),
    invoicePdf: async (invoiceId) => {
      const path = `${invoicePath(invoiceId)}/pdf`;
      const call = { operation: 'invoice.pdf', method: 'GET', path } as const;
      return readAnswer('invoice.pdf', pdfAnswer, await calls.client.read({ ...call, answers: 'bytes' }));
    },
    invoiceScreenUrl: async (invoiceId) => {
      const { url, tenantId } = calls.world;
      return `${url}/console/tenants/${tenantId}/invoices/${encodeURIComponent(invoiceId)}`;
    },
  };
}

const pdfAnswer = z.instanceof(Uint8Array);

export function invoicePath(id: string): string {
  return `/v1/invoices/${encodeURIComponent(id)}`;
}

async function allPages(
  calls: SandboxCalls,
  customerId: string,
  pageSize: number,
): Promise<readonly Invoice[]> {
  const all: Invoice[] = [];
  let cursor: string | null = null;
  do {
    const query: URLSearchParams = new URLSearchParams({ customerId, limit: String(pageSize) });
    if (cursor !== null) query.set('cursor', cursor);
    const path = `/v1/invoices?${query}`;
    const page: z.infer<typeof invoicePageAnswer> = await calls.get('invoice.list', path, invoicePageAnswer);
    all.push(...page.invoices);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

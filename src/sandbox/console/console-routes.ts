import { z } from 'zod';
import { openAmounts } from '../billing/stored-invoice.ts';
import type { Engine } from '../engine.ts';
import type { SandboxApp } from '../http/app.ts';
import { keyText } from '../http/schemas.ts';
import { refuseUnknown } from '../refusal.ts';
import { customerById } from '../store/customers.ts';
import { invoiceById } from '../store/invoices.ts';
import { tenantById } from '../store/tenants.ts';
import { invoicePage } from './invoice-page.ts';

/** Pages for people ask for no key: the sandbox listens on this machine only, and no id can be guessed. */
export function consoleRoutes(app: SandboxApp, engine: Engine): void {
  app.get(
    '/console/tenants/:tenantId/invoices/:invoiceId',
    {
      config: { open: true },
      schema: { hide: true, params: z.strictObject({ tenantId: keyText, invoiceId: keyText }) },
    },
    async (request, reply) => {
      const { tenantId, invoiceId } = request.params;
      if (tenantById(engine.store, tenantId) === null) refuseUnknown('tenantId', tenantId);
      const context = { ...engine, tenantId };
      const invoice = invoiceById(context, invoiceId);
      const customer = customerById(context, invoice.customerId);
      return reply
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
        .type('text/html; charset=utf-8')
        .send(
          invoicePage(
            invoice,
            { ...customer, name: engine.rules.printedName(customer.name) },
            engine.rules.amountDue(openAmounts(invoice)),
          ),
        );
    },
  );
}

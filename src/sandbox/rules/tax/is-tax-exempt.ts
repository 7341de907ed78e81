import type { TaxParty } from '../../../model/billing/tax.ts';

export function isTaxExempt(customer: TaxParty): boolean {
  return customer.status === 'exempt';
}

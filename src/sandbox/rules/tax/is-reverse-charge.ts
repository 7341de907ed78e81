import { euMembers } from '../../../model/billing/eu-members.ts';
import type { TaxParty, TaxPlace } from '../../../model/billing/tax.ts';

/** A business in another member state of the Union owes the tax himself, when he gives a VAT id of that state. */
export function isReverseCharge(seller: TaxPlace, customer: TaxParty): boolean {
  if (seller.country === customer.country || customer.vatId === null) return false;
  if (!euMembers.includes(seller.country) || !euMembers.includes(customer.country)) return false;
  // Greece writes its VAT ids with EL.
  const letters = customer.country === 'GR' ? 'EL' : customer.country;
  return new RegExp(`^${letters}[0-9A-Z+*]{2,12}$`).test(customer.vatId);
}

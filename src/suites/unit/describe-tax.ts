import type { TaxCalculation } from '../../model/billing/tax-calculation.ts';
import { unreachable } from '../../model/fault.ts';

export function describeTax(question: TaxCalculation): string {
  const { currency } = question;
  switch (question.kind) {
    case 'tax': {
      const { seller, customer } = question;
      const at = ({ country, region }: typeof seller) => (region === null ? country : `${country}-${region}`);
      const lines = question.lines.map(({ net }) => net).join(', ');
      return `tax on ${currency} ${lines}, sold from ${at(seller)} to ${at(customer)} (${customer.status}, VAT id ${customer.vatId ?? 'none'}) on ${question.on}`;
    }
    case 'coupon-series':
      return `invoices of ${currency} ${question.invoices.join(', ')} with a coupon ${question.coupon.rest === 'kept' ? 'until it is used up' : `for ${question.coupon.invoicesMax ?? 'all'} of them`}`;
    case 'credited-document':
      return `an invoice in ${currency} of ${question.lines.join(', ')} with ${question.discounts.length} coupons and ${question.credit} of credit`;
    default:
      return unreachable(question, 'calculation');
  }
}

import type { Fields } from '../../fields.ts';
import { Inexpressible } from '../../unreadable.ts';

export function billingField(fields: Fields): 'anniversary' | 'calendar' {
  const billing = fields.textOr('billing', 'anniversary');
  if (billing === 'anniversary' || billing === 'calendar') return billing;
  throw new Inexpressible(
    `periods that follow "${billing}" (${fields.path}.billing), and not anniversary or calendar`,
  );
}

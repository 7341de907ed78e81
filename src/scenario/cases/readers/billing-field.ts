import type { Fields } from '../fields.ts';
import { NotUnderstood } from '../unreadable.ts';

export function billingField(fields: Fields): 'anniversary' | 'calendar' {
  const billing = fields.textOr('billing', 'anniversary');
  if (billing === 'anniversary' || billing === 'calendar') return billing;
  throw new NotUnderstood(`${fields.path}.billing: found "${billing}", expected anniversary or calendar`);
}

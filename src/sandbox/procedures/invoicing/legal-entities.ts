import type { LegalEntity } from '../../../model/billing/legal-entity.ts';
import type { Context } from '../../engine.ts';
import { Refusal, refuseUnknown } from '../../refusal.ts';
import { customerById } from '../../store/customers.ts';
import { assignEntity, entityByKey, insertEntity } from '../../store/legal-entities.ts';

export function createLegalEntity(context: Context, entity: LegalEntity): void {
  if (insertEntity(context, entity)) return;
  const message = `Found another legal entity with the key ${entity.key} or the prefix ${entity.numberPrefix}.`;
  throw new Refusal({ status: 409, field: 'key', message });
}

export function assignToEntity(context: Context, customerId: string, entityKey: string): void {
  const { id } = customerById(context, customerId);
  assignEntity(context, id, entityByKey(context, entityKey)?.key ?? refuseUnknown('entity', entityKey));
}

import type { LegalEntity } from '../../model/billing/legal-entity.ts';

export interface LegalEntityVerbs {
  createLegalEntity(entity: LegalEntity): Promise<void>;
  /** From now on the customer is invoiced by the entity; what was invoiced before stays with the one that did. */
  assignToEntity(customerId: string, entityKey: string): Promise<void>;
}

import type { LegalEntityVerbs } from '../../../target/verbs/legal-entity.ts';
import type { UpgradeVerbs } from '../../../target/verbs/upgrade.ts';
import type { SandboxCalls } from '../calls.ts';
import { customerPath } from './customer.ts';

export function legalEntityVerbs(calls: SandboxCalls): LegalEntityVerbs & UpgradeVerbs {
  return {
    createLegalEntity: async (entity) => {
      await calls.post('entity.create', '/v1/legal-entities', entity);
    },
    assignToEntity: async (customerId, key) => {
      await calls.post('entity.assign', `${customerPath(customerId)}/legal-entity`, { key });
    },
    upgradeData: async () => {
      await calls.post('data.upgrade', '/v1/upgrade', {});
    },
  };
}

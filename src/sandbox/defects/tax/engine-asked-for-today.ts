import { askTaxEngine } from '../../procedures/tax/tax-engine.ts';
import { todayOf } from '../../store/tenants.ts';
import type { Defect } from '../defect.ts';

/** The list has no row for it. */
export const engineAskedForToday: Defect = {
  name: 'engine-asked-for-today',
  row: 'TAX',
  family: 'TAX',
  stage: 'tax',
  effect: 'wrong-tax',
  severity: 'major',
  title: 'The tax engine is asked for the rate of today instead of that of the service',
  procedures: {
    askTaxEngine: (context, question) => {
      const date = todayOf(context.store, context.tenantId);
      const supplies = [...question.supplies].map(([line, supply]) => [line, { ...supply, date }] as const);
      return askTaxEngine(context, { ...question, supplies: new Map(supplies) });
    },
  },
};

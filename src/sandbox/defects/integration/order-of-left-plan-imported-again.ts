import { z } from 'zod';
import { lastState } from '../../procedures/payment/last-state.ts';
import { importOrder } from '../../procedures/platform/import-order.ts';
import { orderByKey } from '../../store/neighbours.ts';
import type { Defect } from '../defect.ts';

const repeated = z.object({ id: z.string(), plan: z.string() });

/** An order was the same when number and plan were; the plan was looked up in what the customer has now. */
export const orderOfLeftPlanImportedAgain: Defect = {
  name: 'order-of-left-plan-imported-again',
  row: 'INT',
  family: 'INT',
  stage: 'integration',
  effect: 'billed-twice',
  severity: 'major',
  title: 'An order that comes again after a change of plan makes a second subscription',
  procedures: {
    importOrder: (context, given) => {
      const order = repeated.safeParse(given);
      const known = order.success ? orderByKey(context, order.data.id) : null;
      if (known === null || lastState(context, known.subscriptionId).plan === order.data?.plan)
        return importOrder(context, given);
      return importOrder(context, { ...Object(given), id: `${order.data?.id}-2` });
    },
  },
};

import { resume } from '../../procedures/subscription/resume.ts';
import type { Defect } from '../defect.ts';

/** After the kind of killbill/killbill#1170: what is charged once was looked for among the items of the state in force. */
export const setupAgainAfterPause: Defect = {
  name: 'setup-again-after-pause',
  row: 'SUB',
  family: 'SUB',
  stage: 'subscription',
  effect: 'billed-twice',
  severity: 'major',
  title: 'Who resumes is charged the setup again',
  procedures: {
    resume: (context, resumption) => {
      context.store.run(
        "DELETE FROM claims WHERE tenant = ? AND subscription = ? AND item LIKE '% one-off %'",
        context.tenantId,
        resumption.subscriptionId,
      );
      resume(context, resumption);
    },
  },
};

import { usageWindow } from '../../rules/usage/usage-window.ts';
import type { Defect } from '../defect.ts';

/** A bill ended with the day of one zone, and the next began with the day of the other. */
export const usageBilledTwiceOutsideUtc: Defect = {
  name: 'usage-billed-twice-outside-utc',
  row: 'USE-03',
  family: 'USE',
  stage: 'usage',
  effect: 'billed-twice',
  severity: 'critical',
  title: 'Usage between midnight UTC and local midnight is in two bills',
  rules: {
    usageWindow: (period, zone) => {
      const local = usageWindow(period, zone);
      const utc = usageWindow(period, 'UTC');
      const [from = local.from] = [local.from, utc.from].toSorted();
      const [to = local.to] = [utc.to, local.to].toSorted().toReversed();
      return { from, to };
    },
  },
};

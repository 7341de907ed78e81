import type { Charge, PlanVersion } from '../../model/billing/catalog.ts';
import type { PolicyProfile } from '../../model/billing/policy-profile.ts';
import { unreachable } from '../../model/fault.ts';
import { agreedPrice } from '../rating/agreed-price.ts';
import { versionForPeriod } from '../rating/running-price.ts';
import type { BillingHistory, Stint } from '../subscription/billing-history.ts';
import type { DueLine, Service } from '../subscription/service.ts';
import { earlier, later } from '../time/calendar.ts';
import { servicePeriod } from '../time/periods.ts';
import { usageLines } from '../usage/usage-lines.ts';
import { issueDay } from './issue-day.ts';
import { recurringLines } from './recurring-lines.ts';
import { setupLines } from './setup-lines.ts';

/** All lines that a stint makes due up to the history's last day. */
export function dueLines(stint: Stint, history: BillingHistory, profile: PolicyProfile): readonly DueLine[] {
  const lines: DueLine[] = [];
  const rule = { start: stint.anchor, interval: stint.interval, billing: stint.billing };
  for (let index = firstIndex(stint, rule); ; index += 1) {
    const grid = servicePeriod(rule, index);
    const from = later(grid.from, stint.from);
    if (grid.from > history.until || (stint.to !== null && from >= stint.to)) break;
    const to = stint.to === null ? grid.to : earlier(grid.to, stint.to);
    if (from < to)
      lines.push(...linesOfPeriod({ stint, grid, index, period: { from, to } }, history, profile));
  }
  const { subscription } = stint;
  const base = history.subscriptions.find(({ key }) => key === subscription.addOnTo) ?? null;
  return lines
    .map((line) => ({ ...line, dueOn: issueDay(line.dueOn, subscription, base), fellDueOn: line.dueOn }))
    .filter(({ dueOn }) => dueOn <= history.until);
}

/** Below 0 where service begins before the grid is laid, as in a trial. */
function firstIndex(stint: Stint, rule: Parameters<typeof servicePeriod>[0]): number {
  let index = 0;
  while (servicePeriod(rule, index).from > stint.from) index -= 1;
  return index;
}

function linesOfPeriod(
  service: Omit<Service, 'priceVersion'>,
  history: BillingHistory,
  profile: PolicyProfile,
): readonly DueLine[] {
  const { stint, period } = service;
  const of = { plan: stint.plan, takenOn: stint.from, periodFrom: period.from };
  const version = versionForPeriod(history.plans, of, profile);
  const priced: Service = { ...service, priceVersion: version.effectiveFrom };
  return version.charges.flatMap((listed) =>
    linesOfCharge(priced, { charge: withAgreedPrice(listed, { version, stint, history }), history, profile }),
  );
}

interface ChargeParts {
  readonly charge: Charge;
  readonly history: BillingHistory;
  readonly profile: PolicyProfile;
}

function linesOfCharge(service: Service, { charge, history, profile }: ChargeParts): readonly DueLine[] {
  switch (charge.kind) {
    case 'usage':
      return usageLines({ service, charge }, history, profile);
    case 'recurring':
      return recurringLines({ service, charge }, profile);
    case 'one-off':
      return setupLines({ service, charge });
    default:
      return unreachable(charge, 'kind of charge');
  }
}

function withAgreedPrice(
  charge: Charge,
  of: { readonly version: PlanVersion; readonly stint: Stint; readonly history: BillingHistory },
): Charge {
  const { version, stint, history } = of;
  const customer = { currency: history.currency, subscription: stint.subscription };
  return { ...charge, price: agreedPrice(charge, version, customer) };
}

/** How a subscription is billed decides which form of a plan it needs: in Kill Bill these are properties of the catalog. */
export interface PlanForm {
  readonly plan: string;
  readonly billing: 'anniversary' | 'calendar';
  readonly trialDays: number;
  readonly isAddOn: boolean;
  /** Whether its setup fee is left out: a subscription that came from another plan has begun before. */
  readonly isFollowing: boolean;
}

export function plainForm(plan: string): PlanForm {
  return { plan, billing: 'anniversary', trialDays: 0, isAddOn: false, isFollowing: false };
}

/** The name of the form in the catalog: "plan.basic", "plan.basic.calendar.trial-14.add-on". */
export function formName({ plan, billing, trialDays, isAddOn, isFollowing }: PlanForm): string {
  const parts = [
    'plan',
    xmlName(plan),
    ...(billing === 'calendar' ? ['calendar'] : []),
    ...(trialDays > 0 ? [`trial-${trialDays}`] : []),
    ...(isAddOn ? ['add-on'] : []),
    ...(isFollowing ? ['following'] : []),
  ];
  return parts.join('.');
}

/** Letters, digits and hyphens stay; anything else is written as its code, so that two names never become one. */
export function xmlName(name: string): string {
  return name.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}

/** The catalog's name behind that of an agreed price: Kill Bill puts a number after it, and says of a dry run that it is one. */
export function withoutOverride(name: string): string {
  return name.replace(/-(dryrun-)?\d+$/, '');
}

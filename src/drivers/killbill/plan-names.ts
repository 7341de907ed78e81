/** How a subscription is billed decides which form of a plan it needs: in Kill Bill these are properties of the catalog. */
export interface PlanForm {
  readonly plan: string;
  /** Whose bill day its periods go by: that of the subscription, or the one that the account has for all. */
  readonly billDay: 'own' | 'account';
  readonly trialDays: number;
  readonly isAddOn: boolean;
  /** Whether its setup fee is left out: a subscription that came from another plan has begun before. */
  readonly isFollowing: boolean;
}

export function plainForm(plan: string): PlanForm {
  return { plan, billDay: 'own', trialDays: 0, isAddOn: false, isFollowing: false };
}

/**
 * The name of the form in the catalog: "basic", "basic.account-day.trial-14-days.add-on". Nothing that we put there ends in a number:
 * Kill Bill takes "NAME-14" for a price that was agreed for NAME. What the plan is called is said as it is.
 */
export function formName({ plan, billDay, trialDays, isAddOn, isFollowing }: PlanForm): string {
  const parts = [
    ...(beginsWithLetter(plan) ? [] : ['plan']),
    xmlName(plan),
    ...(billDay === 'account' ? ['account-day'] : []),
    ...(trialDays > 0 ? [`trial-${trialDays}-days`] : []),
    ...(isAddOn ? ['add-on'] : []),
    ...(isFollowing ? ['following'] : []),
  ];
  return parts.join('.');
}

/** A name in a document of XML never begins with a digit. */
function beginsWithLetter(name: string): boolean {
  return /^[A-Za-z]/.test(name);
}

/** Letters, digits and hyphens stay; anything else is written as its code, so that two names never become one. */
export function xmlName(name: string): string {
  return name.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}

/** The catalog's name behind that of an agreed price: Kill Bill puts a number after it, and says of a dry run that it is one. */
export function withoutOverride(name: string): string {
  return name.replace(/-(dryrun-)?\d+$/, '');
}

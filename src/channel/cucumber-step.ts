/** state: what is so before; event: what happens; observation: what is then seen and must be right. */
export type StepRole = 'state' | 'event' | 'observation';

/** What a step says of itself, beside its pattern: carried by the step definition, read by whoever lists scenarios. */
export interface StepMeaning {
  readonly role: StepRole;
  /** Capabilities of the target without which a scenario with this step cannot run. */
  readonly needs: readonly string[];
  /** One line for the author of a feature. */
  readonly help: string;
}

/** The meaning of a step definition, or null for one that was written without it. */
export function stepMeaning(wrapperOptions: unknown): StepMeaning | null {
  const meaning = wrapperOptions as Partial<StepMeaning> | undefined;
  if (meaning?.role === undefined || meaning.needs === undefined) return null;
  return { role: meaning.role, needs: meaning.needs, help: meaning.help ?? '' };
}

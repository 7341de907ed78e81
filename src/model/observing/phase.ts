/** The five phases, in the order in which they run and are shown. */
export const phaseNames = ['unit', 'integration', 'uat', 'performance', 'migration'] as const;

export type PhaseName = (typeof phaseNames)[number];

export function isPhaseName(name: string): name is PhaseName {
  return (phaseNames as readonly string[]).includes(name);
}

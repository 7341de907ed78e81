import { HarnessFault } from '../model/fault.ts';

/** The seed that was asked for, else that of tollgate.yaml. */
export function seedOf(asked: string | undefined, configured: number): number {
  if (asked === undefined) return configured;
  if (/^\d{1,10}$/.test(asked) && Number(asked) <= 4_294_967_295) return Number(asked);
  throw new HarnessFault({
    code: 'USAGE',
    message: `Found --seed ${asked}, expected a whole number from 0 to 4294967295.`,
    hint: 'Leave it out to use the seed of tollgate.yaml.',
  });
}

import { heldBack } from '../planning/conditions.ts';

/**
 * What a tool's process inherits. What would let it speak past the target, or trust anybody, is held back. npm's own variables are left out: they carry the command line that started us, and with it
 * things that are not the tool's business.
 */
export function toolEnvironment(
  inherited: NodeJS.ProcessEnv,
  added: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = Object.entries(inherited).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      !/^(npm_|NODE_OPTIONS$|VITEST|CUCUMBER_)/i.test(entry[0]) &&
      !heldBack.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), ...added };
}

import { ambientScenario } from '../ambient.ts';
import type { Played } from './played.ts';

/** Tells whoever counts what checks play; in an ordinary run nobody does. */
export function tellPlayed(played: Played): void {
  ambientScenario()?.onPlayed?.(played);
}

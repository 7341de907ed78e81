import type { Crew, LostWorker } from './crew.ts';
import { tryFurtherSeeds } from './further-seeds.ts';
import type { KnownDefect } from './known-defects.ts';
import { isDetection, type ProvableCheck } from './messages.ts';
import { type BrokenCheck, caughtInMemory, type DefectResult, type Ending } from './result.ts';

export interface DefectProof {
  readonly crew: Crew;
  readonly defect: KnownDefect;
  /** Those that call what the defect replaces, in the order in which they are played. */
  readonly checks: readonly ProvableCheck[];
  readonly seed: number;
  /** Puts one check to a sandbox in a process of its own; null when it found nothing. */
  readonly overHttp: (defect: KnownDefect, check: ProvableCheck) => Promise<Ending | null>;
}

/** A defect under which workers end or fall silent more often than this is not proven one way or the other. */
const lossesMax = 3;

/** Plays the checks until one detects the defect; where none does, those that draw what they play once more with other seeds. */
export async function proveDefect(proof: DefectProof): Promise<DefectResult> {
  const startedMs = performance.now();
  const broken: BrokenCheck[] = [];
  const first = await endingOf(proof, broken);
  const ending = first.kind === 'missed' ? await tryFurtherSeeds(proof, broken) : first;
  const seconds = (performance.now() - startedMs) / 1000;
  return { defect: proof.defect, ending, broken, reachedBy: proof.checks.length, seconds };
}

async function endingOf(proof: DefectProof, broken: BrokenCheck[]): Promise<Ending> {
  let todo = proof.checks;
  for (let losses = 0; losses <= lossesMax && todo.length > 0; losses += 1) {
    const played = await playUntilDetection(proof, todo, broken);
    if (played.kind !== 'lost') return played;
    const { check, lost } = played;
    const ending = await asked(proof, check, lost);
    if (ending !== null) return ending;
    broken.push({ check: check.id, detail: lost.how });
    todo = todo.slice(todo.indexOf(check) + 1);
  }
  if (todo.length === 0) return { kind: 'missed' };
  return { kind: 'unproven', why: `More than ${lossesMax} checks came to no answer, or took a worker down.` };
}

interface LostDuring {
  readonly kind: 'lost';
  readonly check: ProvableCheck;
  readonly lost: LostWorker;
}

async function playUntilDetection(
  { crew, defect, seed }: DefectProof,
  todo: readonly ProvableCheck[],
  broken: BrokenCheck[],
): Promise<Ending | LostDuring> {
  const ids = todo.map(({ id }) => id);
  const { checks, lost } = await crew.play({
    defect: defect.name,
    seed,
    checks: ids,
    until: 'first-detection',
  });
  for (const { id, kind, detail } of checks) if (kind === 'broken') broken.push({ check: id, detail });
  const found = checks.find(isDetection);
  const by = todo.find(({ id }) => id === found?.id);
  if (found?.kind === 'finding' && by !== undefined) return caughtInMemory(by, found.detail);
  const ended = found === undefined ? lost : { during: found.id, how: `nobody answered. ${found.detail}` };
  if (ended === null) return { kind: 'missed' };
  const check = todo.find(({ id }) => id === ended.during);
  return check === undefined
    ? { kind: 'unproven', why: `A worker was lost: ${ended.how}` }
    : { kind: 'lost', check, lost: ended };
}

/**
 * A process that died or fell silent with sandbox and check in it tells nothing of which of them it was, nor whether it was
 * the machine: apart from each other they do.
 */
async function asked(
  { overHttp, defect }: DefectProof,
  check: ProvableCheck,
  { how }: LostWorker,
): Promise<Ending | null> {
  const ending = await overHttp(defect, check);
  if (ending?.kind !== 'unproven') return ending;
  return { kind: 'unproven', why: `${ending.why} Before, in memory: ${how}` };
}

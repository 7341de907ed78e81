import type { PhaseName } from '../model/observing/phase.ts';
import type { KnownDefect } from './known-defects.ts';
import { proveOverHttp } from './over-http.ts';
import { inTurns, type ProveRequest } from './prove.ts';
import type { DefectResult, Ending } from './result.ts';

/** What was run of the phases that need tools of their own: k6 with its load, the comparison of extracts. */
export interface ToolPhaseProof {
  readonly phase: PhaseName;
  readonly defects: number;
}

interface ToolPhase {
  readonly phase: PhaseName;
  /** A run takes long: only what the phase is made to find. */
  readonly mayCatch: (defect: KnownDefect) => boolean;
}

const isOfLoad = ({ family, stage }: KnownDefect) => family === 'PERF' || stage === 'performance';

const toolPhases: readonly ToolPhase[] = [
  { phase: 'performance', mayCatch: isOfLoad },
  { phase: 'migration', mayCatch: (defect) => !isOfLoad(defect) },
];

/** Puts what no check in memory caught to those phases, as runs over HTTP. Answers all results, with theirs in their place. */
export async function proveInToolPhases(
  request: ProveRequest,
  results: readonly DefectResult[],
): Promise<{ readonly results: readonly DefectResult[]; readonly ran: readonly ToolPhaseProof[] }> {
  let all = results;
  const ran: ToolPhaseProof[] = [];
  for (const { phase, mayCatch } of toolPhases.filter(({ phase }) => isInScope(request, phase))) {
    const open = all.filter(({ ending, defect }) => ending.kind === 'missed' && mayCatch(defect));
    if (open.length === 0) continue;
    request.watch.onStage(`${phase} phase over HTTP: ${open.length} defects that no check in memory caught`);
    const proven = await provePhase(request, phase, open);
    all = all.map((result) => proven.get(result.defect.name) ?? result);
    ran.push({ phase, defects: open.length });
  }
  return { results: all, ran };
}

function isInScope({ phases }: ProveRequest, phase: PhaseName): boolean {
  return phases.length === 0 || phases.includes(phase);
}

/** The phase without a defect is one of the runs, under the same conditions: where it is not clean, nothing is proven. */
async function provePhase(
  request: ProveRequest,
  phase: PhaseName,
  open: readonly DefectResult[],
): Promise<ReadonlyMap<string, DefectResult>> {
  const scope = { kind: 'phase', phase } as const;
  let sound: Ending = { kind: 'missed' };
  const proven = await inTurns([null, ...open], request.workers, async (result) => {
    const startedMs = performance.now();
    const ending = await proveOverHttp({ ...request, defect: result?.defect.name ?? null, scope });
    const seconds = (performance.now() - startedMs) / 1000;
    if (result === null) sound = ending;
    return result === null ? [] : [{ ...result, ending, seconds: result.seconds + seconds }];
  });
  return new Map(
    proven
      .flat()
      .map((result) => [result.defect.name, { ...result, ending: believed(result.ending, sound, phase) }]),
  );
}

function believed(ending: Ending, sound: Ending, phase: PhaseName): Ending {
  if (sound.kind === 'missed') return ending;
  const said = sound.kind === 'caught' ? `${sound.by.title}: ${sound.by.detail}` : sound.why;
  return { kind: 'unproven', why: `The ${phase} phase is not clean without a defect: ${said}` };
}

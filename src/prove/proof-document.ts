import { instantFromMs } from '../model/date.ts';
import type { ProofDocument, ProvenDefect } from '../model/deciding/proof.ts';
import { folderDigest, proofDigests } from '../run/planning/source-digests.ts';
import type { ProvableCheck } from './messages.ts';
import type { ProveRequest } from './prove.ts';
import type { DefectResult } from './result.ts';
import { agrees, type Sample } from './sample.ts';
import type { ToolPhaseProof } from './tool-phases.ts';

/** Everything that was found, as it is kept. */
export interface WholeProof {
  readonly request: ProveRequest;
  readonly tollgateVersion: string;
  /** Whether options chose some of the defects. */
  readonly isNarrowed: boolean;
  readonly checks: readonly ProvableCheck[];
  readonly results: readonly DefectResult[];
  readonly toolPhases: readonly ToolPhaseProof[];
  readonly sample: Sample;
  readonly seconds: number;
  readonly finishedMs: number;
}

export function proofDocument(proof: WholeProof): ProofDocument {
  const { request, checks, results, sample, toolPhases } = proof;
  const left = checks.filter(({ leftOut }) => leftOut !== null);
  return {
    schema: 'tollgate/proof/1',
    digests: proofDigests(request.places),
    tollgateVersion: proof.tollgateVersion,
    seed: request.seed,
    scope: {
      phases: request.phases,
      defects: proof.isNarrowed ? request.defects.map(({ name }) => name) : [],
      defectsDigest: request.defectsDir === null ? null : folderDigest(request.defectsDir),
    },
    finishedAt: instantFromMs(proof.finishedMs),
    seconds: proof.seconds,
    checks: {
      played: checks.length - left.length,
      leftOut: left.map(({ id, leftOut }) => `${id}: ${leftOut}`),
    },
    defects: results.map(provenDefect),
    sample: { defects: sample.defects.map(({ defect }) => defect), agrees: agrees(sample) },
    toolPhases,
  };
}

function provenDefect({ defect: known, ending, broken, reachedBy, seconds }: DefectResult): ProvenDefect {
  const { replaces: _, ...defect } = known;
  return {
    ...defect,
    ending: ending.kind,
    caughtBy: ending.kind === 'caught' ? ending.by : null,
    reason: ending.kind === 'unproven' ? ending.why : '',
    broken,
    reachedBy,
    seconds: Math.round(seconds * 1000) / 1000,
  };
}

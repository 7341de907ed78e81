import type { RunPlan, RunScope } from '../model/deciding/plan.ts';
import type { Policy } from '../model/deciding/policy.ts';
import type { ReleaseIdentity } from '../model/deciding/release.ts';
import type { InterfaceProvenance } from '../model/observing/interface.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import type { Places } from './phases/phase.ts';

/** How the target is reached: started by us, or running already. */
export type TargetPlace =
  | { readonly kind: 'hosted'; readonly host: string; readonly defect: string | null }
  | { readonly kind: 'address'; readonly url: string };

export interface LoadSettings {
  readonly seconds: number;
  readonly ratesPerSecond: Readonly<Record<string, number>>;
  readonly limitsMs: Readonly<Record<string, number>>;
}

/** Everything that a run is asked for; read and checked before anything starts. */
export interface RunRequest {
  readonly places: Places;
  readonly reportsDir: string;
  readonly runId: string;
  /** The command line as it may be shown and typed again; it does not name a defect. */
  readonly command: string;
  readonly seed: number;
  readonly scope: RunScope;
  readonly policy: { readonly document: Policy; readonly digest: string };
  readonly release: ReleaseIdentity;
  readonly target: {
    readonly name: string;
    readonly driver: string;
    readonly place: TargetPlace;
    readonly options: Readonly<Record<string, unknown>>;
    readonly requires: readonly string[];
  };
  readonly load: LoadSettings;
  /** What the project knows of its neighbours; it overrides what the target says of them. */
  readonly interfaces: readonly InterfaceProvenance[];
  readonly chromium: string | null;
  readonly tollgateVersion: string;
  readonly watch: RunWatcher;
  /** Aborted when a person or a machine asks the run to end. */
  readonly signal: AbortSignal;
}

/** Sees what happens; nothing flows back. */
export interface RunWatcher {
  onStage(text: string): void;
  onPlan(plan: RunPlan): void;
  onRecord(record: JournalRecord): void;
}

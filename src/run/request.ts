import type { GivenDefect, HostSettings } from '../hosts/host.ts';
import type { AskedFor, RunPlan, RunScope } from '../model/deciding/plan.ts';
import type { Policy } from '../model/deciding/policy.ts';
import type { ReleaseIdentity } from '../model/deciding/release.ts';
import type { CheckTopic } from '../model/observing/check.ts';
import type { InterfaceProvenance } from '../model/observing/interface.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type { JournalRecord } from '../model/observing/record.ts';
import type { FieldPlace } from '../project/project.ts';
import type { CutRun } from './cut-run.ts';
import type { Places } from './phases/phase.ts';

/** How the target is reached: started by us, or running already. */
export type TargetPlace =
  | {
      readonly kind: 'hosted';
      readonly host: string;
      readonly settings: HostSettings;
      readonly defect: GivenDefect | null;
    }
  | { readonly kind: 'address'; readonly url: string };

/** What a suite does to a target; a target says which of them it accepts. */
export type EffectClass = 'read' | 'write' | 'load';

export interface LoadSettings {
  /** A load profile of the project, absolute; null plays the shipped one. */
  readonly profileFile: string | null;
  readonly seconds: number;
  readonly ratesPerSecond: Readonly<Record<string, number>>;
  readonly limitsMs: Readonly<Record<string, number>>;
}

/** A secret by the name that the project gives it; the value is masked in everything that is recorded. */
export interface NamedSecret {
  readonly name: string;
  readonly value: string;
}

/** How patient the supervision is. */
export interface Supervision {
  /** A tool whose processes give no sign of life for so long is ended. */
  readonly silenceMs: number;
  /** Wall-clock limit of every step; null leaves each step its own. */
  readonly stepMs: number | null;
}

/** What counts as production, besides what the target says of itself. */
export interface ProductionMarks {
  /** Host names, a leading "*." for all below. */
  readonly hosts: readonly string[];
  readonly addresses: readonly string[];
}

/** A team's own suite: a command, and the report that it leaves. */
export interface OwnSuite {
  readonly name: string;
  readonly phase: PhaseName;
  readonly command: readonly string[];
  readonly report: {
    readonly format: 'junit' | 'ctrf' | 'cucumber-messages';
    /** Relative to the project, or absolute. A glob may name several files. */
    readonly path: string;
  };
  readonly expected:
    | { readonly kind: 'count'; readonly count: number }
    | { readonly kind: 'list'; readonly titles: readonly string[] };
  readonly topic: CheckTopic;
  readonly deadlineMs: number;
}

/** The checks that this project's runs are made of, when it is not all of them. */
export interface CheckProfile {
  readonly name: string;
  /** Tag expression. Phases of several steps are run whole or not at all. */
  readonly tags: string;
}

/** Everything that a run is asked for; read and checked before anything starts. */
export interface RunRequest {
  readonly places: Places;
  readonly reportsDir: string;
  readonly runId: string;
  /** The run of this id that is taken up again; null for a new one. */
  readonly cut: CutRun | null;
  /** The command line as it may be shown and typed again; it does not name a defect. */
  readonly command: string;
  readonly asked: AskedFor;
  readonly seed: number;
  readonly scope: RunScope;
  readonly policy: { readonly document: Policy; readonly digest: string };
  readonly release: ReleaseIdentity;
  readonly target: {
    readonly name: string;
    readonly fieldPlace: FieldPlace;
    readonly driver: string;
    readonly place: TargetPlace;
    readonly options: Readonly<Record<string, unknown>>;
    readonly requires: readonly string[];
    /** read-only: nothing may be written, so that no run is possible; for later readers such as `rerate`. */
    readonly access: 'test' | 'read-only';
    readonly accepts: readonly EffectClass[];
    /** How many drawn cases a property is tried with; null leaves each its own number. */
    readonly effort: number | null;
  };
  readonly production: ProductionMarks;
  readonly secrets: readonly NamedSecret[];
  readonly supervision: Supervision;
  readonly ownSuites: readonly OwnSuite[];
  readonly profile: CheckProfile | null;
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

import type { SessionLink } from '../channel/connection.ts';
import type { ListedCheck, PlannedCheck } from '../model/observing/check.ts';
import type { PhaseName } from '../model/observing/phase.ts';
import type { EvidenceRef, ToolRecord, ToolReport } from '../model/observing/record.ts';
import type { ToolStarter } from './processes/supervise.ts';

/** What a runner is given to work with. It starts processes only through `start`, so that each is on the leash. */
export interface RunnerRequest {
  readonly phase: PhaseName;
  /** Name of the step within the phase; unique there. */
  readonly step: string;
  /** What the step runs: suite files, feature globs, a k6 profile. Absolute paths. */
  readonly files: readonly string[];
  /** An empty folder of the step's own, for bundles, reports and data between the steps of a phase. */
  readonly workDir: string;
  /** Shared by all steps of the phase; a step leaves there what a later one reads. */
  readonly phaseDir: string;
  readonly projectDir: string;
  readonly packageDir: string;
  readonly runId: string;
  readonly seed: number;
  /** How many checks may be at the target at one time. Absent: two. */
  readonly workers?: number;
  /** Tag expression of the user, or null. */
  readonly tags: string | null;
  /** Passed to the tool's process: where the channel is and which target it judges. Holds no secrets of other targets. */
  readonly env: Readonly<Record<string, string>>;
  /** Wall-clock limit of one `run`, from outside the tool. */
  readonly deadlineMs: number;
  readonly start: ToolStarter;
  /** The link to the step's session process, once it has connected to the channel. */
  readonly link: () => Promise<SessionLink>;
  /** Writes a record for a tool that cannot speak on the channel itself (k6). */
  readonly record: (record: ToolRecord) => Promise<void>;
  /** Stores bytes as content-addressed evidence. */
  readonly keep: (evidence: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }) => Promise<EvidenceRef>;
}

export interface Listing {
  readonly checks: readonly ListedCheck[];
  /** What keeps the list from being whole: a file that does not load, an undefined step, a parse error. */
  readonly faults: readonly string[];
  readonly toolVersion: string;
}

/** How a step ended. The judge compares it with the records and with the tool's own report. */
export interface StepExit {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  readonly report: ToolReport;
  /** Last lines printed. */
  readonly output: string;
  /** What it left running and we had to end, as "pid command". */
  readonly orphans: readonly string[];
}

/** One tool, resident from listing to closing. */
export interface RunnerSession {
  /** Executes nothing against the target. */
  list(): Promise<Listing>;
  /** Its turn is near, or has come: what takes time to start may start now. What fails is told by `run`. */
  prepare?(): void;
  /** Runs exactly these checks; resolves when the tool's process has ended. */
  run(checks: readonly PlannedCheck[]): Promise<StepExit>;
  /** Ends whatever is left; safe to call twice. */
  close(): Promise<void>;
}

export interface Runner {
  readonly tool: string;
  /** What it measures is the target alone: no other tool may start meanwhile. */
  readonly measuresTime?: true;
  /** Throws HarnessFault TOOL_MISSING, with the command to type, when the tool is not on this machine. */
  readonly open: (request: RunnerRequest) => Promise<RunnerSession>;
  /** For a tool that is dear to start: sessions that share what listing takes, in the order of the requests. */
  readonly openTogether?: (requests: readonly RunnerRequest[]) => Promise<readonly RunnerSession[]>;
}

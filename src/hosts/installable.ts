import type { PhaseName } from '../model/observing/phase.ts';

export interface FoundTool {
  readonly path: string;
  readonly version: string;
}

/** A program that a phase needs and that npm does not bring. `run` only finds it; `doctor --install` fetches it. */
export interface Installable {
  /** As in `tollgate doctor --install NAME`. */
  readonly name: string;
  /** What it is good for, as the end of "needed for …". */
  readonly purpose: string;
  readonly neededBy: PhaseName;
  /** What `install` fetches and keeps; told before it begins. */
  readonly sizeText: string;
  /** What a person types who wants to do it by hand, without us. */
  readonly commandToType: string;
  /** Changes nothing. Null when it is not on this machine; throws TOOL_MISSING when the user named one that is not fit. */
  find(): Promise<FoundTool | null>;
  /** Throws TOOL_MISSING, with what to type, when it could not be had. */
  install(log: (line: string) => void): Promise<void>;
}

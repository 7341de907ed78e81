export interface FoundTool {
  readonly path: string;
  readonly version: string;
}

/** A program that npm does not bring: a tool of a phase, or a system to be judged. `run` only finds it; `doctor --install` fetches it. */
export interface Installable {
  /** As in `tollgate doctor --install NAME`. */
  readonly name: string;
  /** What it is good for, as the end of "needed for …". */
  readonly purpose: string;
  /** What is INCOMPLETE without it, after "the". */
  readonly neededBy: string;
  /** Not fetched, and not missed, until somebody names it. */
  readonly onlyByName?: true;
  /** What `install` fetches and keeps; told before it begins. */
  readonly sizeText: string;
  /** What a person types who wants to do it by hand, without us. */
  readonly commandToType: string;
  /** Changes nothing. Null when it is not on this machine; throws TOOL_MISSING when the user named one that is not fit. */
  find(): Promise<FoundTool | null>;
  /** Another version of it; throws USAGE with the reason for one that is of no use. */
  ofVersion?(version: string): Installable;
  /** Throws TOOL_MISSING, with what to type, when it could not be had. */
  install(log: (line: string) => void): Promise<void>;
}

/** A process as a host sees it: it speaks in lines and ends. */
export interface HostProcess {
  onLine(listener: (line: string) => void): void;
  readonly exit: Promise<{
    readonly exitCode: number | null;
    readonly signal: string | null;
    readonly output: string;
  }>;
  /** INT, then TERM, then KILL; with how long it may take to end by itself after the first two. */
  stop(pausesMs?: readonly [afterInt: number, afterTerm: number]): Promise<unknown>;
}

export type HostProcessStarter = (command: {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}) => HostProcess;

/** What tollgate.yaml says of a system that we start, besides who starts it; null where it says nothing. */
export interface HostSettings {
  readonly version: string | null;
  readonly database: string | null;
}

/** A billing defect that a system is started with: one of ours, or one of a folder of defects. */
export interface GivenDefect {
  readonly name: string;
  /** Absolute; null for a shipped one. */
  readonly folder: string | null;
}

export interface HostRequest {
  /** Where the system keeps its database and request log; inside the run folder. */
  readonly dataDir: string;
  readonly start: HostProcessStarter;
  readonly env: Readonly<Record<string, string>>;
  /** What the sandbox is given to do wrong; every other host refuses one. */
  readonly defect: GivenDefect | null;
  readonly settings: HostSettings;
}

/** A system that we start ourselves for the time of a run. */
export interface HostedTarget {
  readonly url: string;
  /** Ends it and waits; what it kept stays in its data folder. */
  stop(): Promise<void>;
}

export interface SettingMistake {
  readonly field: keyof HostSettings;
  /** "found …, expected …". */
  readonly message: string;
}

export interface Host {
  readonly name: string;
  /** At once, or only when somebody asks for it by name: it takes half a minute and half a gigabyte. */
  readonly startsAt: 'once' | 'asked';
  readonly takesDefects: boolean;
  /** The first setting that this host cannot fulfil, or null. */
  mistakeIn(settings: HostSettings): SettingMistake | null;
  start(request: HostRequest): Promise<HostedTarget>;
}

/** A process as a host sees it: it speaks in lines and ends. */
export interface HostProcess {
  onLine(listener: (line: string) => void): void;
  readonly exit: Promise<{
    readonly exitCode: number | null;
    readonly signal: string | null;
    readonly output: string;
  }>;
  stop(): Promise<unknown>;
}

export type HostProcessStarter = (command: {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly deadlineMs: number;
}) => HostProcess;

export interface HostRequest {
  /** Where the system keeps its database and request log; inside the run folder. */
  readonly dataDir: string;
  readonly start: HostProcessStarter;
  readonly env: Readonly<Record<string, string>>;
  /** What the sandbox is given to do wrong; every other host refuses one. */
  readonly defect: string | null;
}

/** A system that we start ourselves for the time of a run. */
export interface HostedTarget {
  readonly url: string;
  /** Ends it and waits; what it kept stays in its data folder. */
  stop(): Promise<void>;
}

export interface Host {
  readonly name: string;
  start(request: HostRequest): Promise<HostedTarget>;
}

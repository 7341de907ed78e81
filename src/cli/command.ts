import type { Command as Commander } from 'commander';

/** What every command works with, so that none reads the process for itself. */
export interface Shell {
  readonly cwd: string;
  out(text: string): void;
  err(text: string): void;
  /** To the error stream, without a line's end: for a line that rewrites itself. */
  write(text: string): void;
  /** Whether a person watches, and how wide the window is. */
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly color: boolean;
}

/** One command of the command line. It answers the process's exit code through `done`. */
export interface CliCommand {
  readonly name: string;
  declare(program: Commander, shell: Shell, done: (exitCode: number) => void): void;
}

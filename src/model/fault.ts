/**
 * What stops the harness itself. A wrong bill is never a fault: wrong billing is data in the journal.
 * Each code carries the process exit code of README.md section "Exit codes".
 */
export const faultExitCodes = {
  USAGE: 64,
  EVIDENCE_ALTERED: 65,
  INTERNAL: 70,
  GUARD_REFUSED: 77,
  BAD_CONFIGURATION: 78,
  TARGET_UNREACHABLE: 2,
  TOOL_MISSING: 2,
  /** The target asks to come back later than we wait. */
  TARGET_BUSY: 2,
  /** What was observed could not be kept: a full disk, a folder that is gone. */
  EVIDENCE_LOST: 2,
  TARGET_REFUSED: 1,
} as const;

export type FaultCode = keyof typeof faultExitCodes;

export interface FaultDetail {
  readonly code: FaultCode;
  /** What was found and what was expected. */
  readonly message: string;
  /** What the reader should do next. */
  readonly hint: string;
  readonly cause?: unknown;
}

/** The one error class of the harness: found, expected, what to do. */
export class HarnessFault extends Error {
  readonly code: FaultCode;
  readonly hint: string;

  constructor(detail: FaultDetail) {
    super(detail.message, { cause: detail.cause });
    this.name = 'HarnessFault';
    this.code = detail.code;
    this.hint = detail.hint;
  }

  get exitCode(): number {
    return faultExitCodes[this.code];
  }
}

/** Ends an exhaustive switch: the compiler refuses a case that was forgotten, the run refuses one that came from outside. */
export function unreachable(value: never, what: string): never {
  throw new HarnessFault({
    code: 'INTERNAL',
    message: `Found an unknown ${what}: ${JSON.stringify(value)}; expected one of those the code lists.`,
    hint: 'Report this with the command that led to it.',
  });
}

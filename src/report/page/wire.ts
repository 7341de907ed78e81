/**
 * What stands in the page's compressed blocks: written by the generator, read by the page's script. All checks in
 * columns first, so that the list can be drawn and searched before any detail is inflated.
 */
export interface CheckIndex {
  readonly runId: string;
  readonly files: readonly string[];
  readonly groups: readonly string[];
  readonly phases: readonly string[];
  readonly statuses: readonly { readonly name: string; readonly word: string; readonly symbol: string }[];
  readonly id: readonly string[];
  readonly title: readonly string[];
  /** Positions in `groups`, `files`, `phases` and `statuses`. */
  readonly group: readonly number[];
  readonly file: readonly number[];
  readonly phase: readonly number[];
  readonly status: readonly number[];
  readonly line: readonly number[];
  readonly durationMs: readonly number[];
  /** By position: what the row says of the check's money. */
  readonly money: Readonly<Record<string, string>>;
  /** The position of the first check of each detail block. */
  readonly blockStarts: readonly number[];
}

export interface CheckDetail {
  readonly topic: string;
  readonly tags: readonly string[];
  readonly needs: readonly string[];
  readonly cause: string;
  readonly reason: string;
  readonly error: { readonly type: string; readonly message: string; readonly stack: string } | null;
  readonly differences: readonly ShownDifference[];
  readonly measurements: readonly { readonly name: string; readonly value: string; readonly unit: string }[];
  readonly evidence: readonly ShownEvidence[];
}

export interface ShownDifference {
  readonly measure: string;
  readonly customer: string;
  readonly invoice: string;
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly direction: string;
  readonly directionWord: string;
  readonly explanation: string;
}

export interface ShownEvidence {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly path: string;
  readonly body:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'picture'; readonly base64: string }
    | { readonly kind: 'elsewhere'; readonly why: string };
}

export const trailMediaType = 'application/vnd.tollgate.trail+json';
export const exchangesMediaType = 'application/x-ndjson';

/** A published case as its file holds it: `given`, `when` and `expect` are read by the reader of its kind. */
export interface PublishedCase {
  readonly id: string;
  readonly area: string;
  readonly title: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly when: readonly CaseStep[];
  readonly expect: Readonly<Record<string, unknown>>;
  readonly source: { readonly repo: string; readonly path: string; readonly what: string };
  readonly note: string;
  readonly file: string;
  /** The line on which the case names its id. */
  readonly line: number;
}

export interface CaseStep {
  readonly do: string;
  /** A day or an instant; null for a step without one. */
  readonly at: string | null;
  /** What else the step says. */
  readonly more: Readonly<Record<string, unknown>>;
}

/** Where a case stands, for messages. */
export interface CaseLocation {
  readonly file: string;
  readonly line: number;
}

import type { ExportKind, ExportRow } from '../../model/billing/export.ts';

export interface ExportVerbs {
  /** The whole file of the session's world, row by row as it was written; a row that cannot be read is the target's failure. */
  exported(kind: ExportKind): Promise<readonly ExportRow[]>;
}

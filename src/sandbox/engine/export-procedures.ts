import type { ExportKind, ExportRow } from '../../model/billing/export.ts';
import type { Context } from '../engine.ts';

/** What others get as files. */
export interface ExportProcedures {
  /** All rows of the tenant, in the order in which they came to be. */
  readonly exportRows: (context: Context, kind: ExportKind) => readonly ExportRow[];
}

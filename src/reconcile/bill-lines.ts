import type { BillLine } from '../model/billing/bill-extract.ts';
import type { ExtractSource } from './comparison-plan.ts';
import type { Engine } from './engines/engine.ts';
import { loadExtract } from './load-extract.ts';

/** The lines of an extract as they stand in its file, once it has been proven whole. */
export async function readBillLines(engine: Engine, source: ExtractSource): Promise<readonly BillLine[]> {
  await loadExtract(engine, 'legacy', source);
  const rows = await engine.rows('select * from legacy_text order by place');
  return rows.map((row) => ({
    account: row['account'] ?? '',
    item: row['item'] ?? '',
    periodFrom: row['period_from'] ?? '',
    periodTo: row['period_to'] ?? '',
    currency: row['currency'] ?? '',
    net: row['net'] ?? '',
    tax: row['tax'] ?? '',
  }));
}

import { open, readFile } from 'node:fs/promises';
import { billColumns, type CurrencyTotal, totalsCsv } from '../model/billing/bill-extract.ts';
import { badExtract } from './bad-extract.ts';
import type { ExtractSource } from './comparison-plan.ts';
import type { Engine } from './engines/engine.ts';
import {
  controlTotalsSql,
  currencyCodesSql,
  currencyDigitsSql,
  malformedSql,
  type Side,
  stageSql,
  typedSql,
} from './staging-sql.ts';

/** Stages one extract and proves it whole: header, every field, the last line's end, control totals, at least one line. */
export async function loadExtract(
  engine: Engine,
  side: Side,
  source: ExtractSource,
): Promise<readonly CurrencyTotal[]> {
  await refuseTorn(source);
  await engine.run(stageSql(side, source.billsFile)).catch((error: unknown) => {
    throw badExtract(
      `Found ${source.name} torn or malformed, expected ${billColumns.length} fields in each line: ${firstLine(error)}`,
      error,
    );
  });
  const codes = (await engine.rows(currencyCodesSql(side))).map((row) => row['code'] ?? '');
  await engine.run(currencyDigitsSql(codes));
  const [malformed] = await engine.rows(malformedSql(side));
  if (malformed !== undefined) {
    throw badExtract(
      `Found ${malformed['problem']} in line ${Number(malformed['place']) + 1} of ${source.name}, expected a complete bill line with days as 2026-04-16 and amounts with exactly the digits of their currency.`,
    );
  }
  await engine.run(typedSql(side));
  const totals = (await engine.rows(controlTotalsSql(side))).map(readTotal);
  if (totals.length === 0) throw badExtract(`Found no line in ${source.name}, expected at least one.`);
  if (source.totalsFile !== null) refuseOtherTotals(source, totals, await readTotals(source.totalsFile));
  return totals;
}

function refuseOtherTotals(source: ExtractSource, totals: readonly CurrencyTotal[], stated: string): void {
  const counted = totalsCsv(totals);
  if (counted === stated) return;
  throw badExtract(
    `Found ${source.name} with ${oneLine(counted)}, expected by its control totals ${oneLine(stated)}.`,
  );
}

function oneLine(totals: string): string {
  return totals.trim().split('\n').slice(1).join(' and ');
}

async function readTotals(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw badExtract(`Found no control totals, expected them beside the extract: ${firstLine(error)}`, error);
  }
}

/** The first line must be the header and the last one must have an end: an extract that was cut off has none. */
async function refuseTorn({ name, billsFile }: ExtractSource): Promise<void> {
  const file = await open(billsFile).catch((error: unknown) => {
    throw badExtract(`Found no file of ${name}, expected one: ${firstLine(error)}`, error);
  });
  try {
    const header = `${billColumns.join(',')}\n`;
    const { size } = await file.stat();
    const head = await file.read({ buffer: Buffer.alloc(header.length), position: 0 });
    const end = await file.read({ buffer: Buffer.alloc(1), position: Math.max(0, size - 1) });
    if (head.buffer.toString('utf8', 0, head.bytesRead) !== header)
      throw badExtract(`Found another first line in ${name}, expected ${billColumns.join(',')}.`);
    if (end.buffer.toString('utf8', 0, end.bytesRead) !== '\n')
      throw badExtract(`Found ${name} torn in its last line, expected the file to end with a line's end.`);
  } finally {
    await file.close();
  }
}

function readTotal(row: Readonly<Record<string, string>>): CurrencyTotal {
  const { currency = '', lines = '', net = '', tax = '' } = row;
  return { currency, lines: BigInt(lines), net: BigInt(net), tax: BigInt(tax) };
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}

/** What is to be played: written by the seed of the performance phase, named by TOLLGATE_LOAD. */
export interface LoadFile {
  readonly runId: string;
  readonly seconds: number;
  readonly recipes: readonly Recipe[];
  /** One per customer; its fields fill the placeholders of a recipe. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Requests per second by operation. */
  readonly rates: Readonly<Record<string, number>>;
  /** By operation: an answer that takes longer was not good enough. */
  readonly limitsMs: Readonly<Record<string, number>>;
  /** Which share of the answers must come within the limit; 0.99 when it is not named. */
  readonly withinShare?: number;
}

/** The same fields as `src/target/load-recipe.ts`: load is data, and a profile knows neither target nor harness. */
export interface Recipe {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodyTemplate: string;
  readonly okStatus: number;
  readonly okBodyIncludes: string;
}

/** Stands in while checks are only listed: the operations of the profile, with nobody behind them. */
const listingOf = (operations: readonly string[]): LoadFile => ({
  runId: 'listing',
  seconds: 1,
  recipes: operations.map((operation) => ({
    operation,
    method: 'GET',
    url: 'http://127.0.0.1:1/',
    headers: {},
    bodyTemplate: '',
    okStatus: 200,
    okBodyIncludes: '',
  })),
  rows: [{}],
  rates: Object.fromEntries(operations.map((operation) => [operation, 1])),
  limitsMs: Object.fromEntries(operations.map((operation) => [operation, 1000])),
});

/**
 * `text` is null when no file was named; the profile then lists what it asks of its operations. Throws when the file cannot
 * be played, which ends k6 before any request.
 */
export function readLoad(text: string | null, operations: readonly string[]): LoadFile {
  if (text === null) return listingOf(operations);
  const load = JSON.parse(text) as LoadFile;
  if (load.rows.length === 0) throw new Error('Found a load file without rows, expected one per customer.');
  for (const { operation } of load.recipes) {
    if (!(Number(load.rates[operation]) > 0 && Number(load.limitsMs[operation]) > 0)) {
      throw new Error(
        `Found no rate or no limit for ${operation}, expected both above zero in the load file.`,
      );
    }
  }
  return load;
}

/** Fewer than this done, and the load was not offered: a share of what the rate makes of the time, at least one. */
export function doneMin(load: LoadFile, operation: string, share: number): number {
  return Math.max(1, Math.floor(Number(load.rates[operation]) * load.seconds * share));
}

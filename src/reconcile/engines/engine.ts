/** A place where SQL runs. Whole numbers come back as text, so that none loses a digit on the way. */
export interface Engine {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Readonly<Record<string, string>>[]>;
  close(): void;
}

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** k6 has a console, and @types/k6 leaves it to the browser's or Node's types, which a load profile must not use. */
declare const console: {
  log(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
};

interface RawJson {
  readonly rawJSON?: (text: string) => unknown;
}

type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown;

/**
 * Parses JSON so that writing it again gives each number as it was sent: 10.10 stays 10.10, and twenty digits stay twenty.
 * Null where the browser cannot do that; then the text is shown as it came.
 */
export function parseExactly(text: string): unknown {
  const { rawJSON } = JSON as RawJson;
  if (rawJSON === undefined) return null;
  const keepSource: Reviver = (_key, value, context) =>
    typeof value === 'number' && context?.source !== undefined ? rawJSON(context.source) : value;
  try {
    return JSON.parse(text, keepSource);
  } catch {
    return null;
  }
}

type Values = Readonly<Record<string, string>>;

/** Replaces `{{name}}`. Throws for a name without a value: half a request would be sent to nobody's account. */
function fill(template: string, values: Values, encode: (value: string) => string): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(`Found {{${name}}} in a load recipe, expected a field of the row.`);
    return encode(value);
  });
}

export function fillUrl(template: string, values: Values): string {
  return fill(template, values, encodeURIComponent);
}

export function fillHeaders(headers: Values, values: Values): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) filled[name] = fill(value, values, (text) => text);
  return filled;
}

/** Values stand within JSON strings, so they are escaped as such. */
export function fillBody(template: string, values: Values): string | null {
  return template === '' ? null : fill(template, values, (value) => JSON.stringify(value).slice(1, -1));
}

/** Quoted where the text holds what ends a cell or a row (RFC 4180); a quote within is doubled. */
export function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would take such a text for a formula and run it: an apostrophe in front makes it a text again. */
export function harmlessText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

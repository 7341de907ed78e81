/** Only who has seen the latest version may replace it. */
export function mayOverwrite(versions: { readonly stored: number; readonly read: number }): boolean {
  return versions.read === versions.stored;
}

/** Long enough to sort by text as by number. */
export function invoiceNumber(prefix: string, count: number): string {
  return `${prefix}${String(count).padStart(6, '0')}`;
}

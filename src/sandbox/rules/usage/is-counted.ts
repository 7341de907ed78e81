/** Whether a request, numbered from 1 in its tenant and operation, is counted in the request log: each one is. */
export function isCounted(_requestNumber: number): boolean {
  return true;
}

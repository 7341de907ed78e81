/**
 * Whether what comes with a key that is known is what came with it first: then it is answered with what was done. Whoever sends
 * another request under the key has to hear so, or he takes the old answer for his.
 */
export function isSameRequest(first: string, again: string): boolean {
  return first === again;
}

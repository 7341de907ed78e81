/** A write to disk costs the same for ten characters as for many thousands. */
const batchChars = 64 * 1024;

/** The same text in fewer, larger pieces. */
export function* batched(pieces: Iterable<string>): Iterable<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < batchChars) continue;
    yield batch;
    batch = '';
  }
  if (batch !== '') yield batch;
}

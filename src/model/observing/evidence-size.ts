/** No single piece may be larger; what is cut says so in its name. In base64 it still fits into a line of the channel. */
const evidenceBytesMax = 16 * 1024 * 1024;

interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The piece, or as much of it as is kept. */
export function withinSize({ name, bytes }: Piece): Piece {
  if (bytes.byteLength <= evidenceBytesMax) return { name, bytes };
  return {
    name: `${name} (cut at ${evidenceBytesMax} bytes)`,
    bytes: bytes.subarray(0, evidenceBytesMax),
  };
}

/** The case is sound, but no calculation that we can put to a billing system says the same. */
export class Inexpressible extends Error {
  override readonly name = 'Inexpressible';
}

/** The case says something that is not in the format's language, such as a price model that nobody knows. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

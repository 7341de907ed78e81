import type { NamedSecret } from '../request.ts';

/** What a driver is given: the options of the file, with the values of the target's secrets under `secrets`. */
export function targetOptions({
  options,
  secrets,
}: {
  readonly options: Readonly<Record<string, unknown>>;
  readonly secrets: readonly NamedSecret[];
}): Readonly<Record<string, unknown>> {
  if (secrets.length === 0) return options;
  return { ...options, secrets: Object.fromEntries(secrets.map(({ name, value }) => [name, value])) };
}

/** What is to go live, as the project declares it. A digest that nobody knows is null and is shown as unknown. */
export interface ReleaseIdentity {
  readonly name: string;
  readonly candidate: string;
  readonly environment: string;
  readonly wave: string | null;
  readonly cycle: string | null;
  readonly digests: ReleaseDigests;
}

export interface ReleaseDigests {
  readonly build: string | null;
  readonly configuration: string | null;
  readonly priceBook: string | null;
  readonly dataCut: string | null;
}

export const digestNames = ['build', 'configuration', 'priceBook', 'dataCut'] as const;

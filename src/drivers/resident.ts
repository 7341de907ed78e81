/** A request to a target that lives in this very process, and so needs no socket. */
export interface ResidentRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface ResidentAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Uint8Array;
}

export type ResidentTarget = (request: ResidentRequest) => Promise<ResidentAnswer>;

const residents = new Map<string, ResidentTarget>();

/** Calls to this address are answered by the target itself from now on; what is returned ends that. */
export function makeResident(baseUrl: string, target: ResidentTarget): () => void {
  residents.set(baseUrl, target);
  return () => {
    residents.delete(baseUrl);
  };
}

export function residentAt(baseUrl: string): ResidentTarget | null {
  return residents.get(baseUrl) ?? null;
}

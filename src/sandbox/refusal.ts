/** The sandbox understood the request and says no. `field` names the part of the request that is to blame. */
export class Refusal extends Error {
  readonly status: 404 | 409 | 422;
  readonly field: string;

  constructor(refusal: {
    readonly status: 404 | 409 | 422;
    readonly field: string;
    readonly message: string;
  }) {
    super(refusal.message);
    this.name = 'Refusal';
    this.status = refusal.status;
    this.field = refusal.field;
  }
}

export function refuse(field: string, message: string): never {
  throw new Refusal({ status: 422, field, message });
}

export function refuseUnknown(field: string, id: string): never {
  throw new Refusal({ status: 404, field, message: `Found no such ${field}: ${id}.` });
}

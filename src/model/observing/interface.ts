/** Whether a neighbour of the target was the real thing. Shown on page 1; a simulated neighbour proves less. */
export interface InterfaceProvenance {
  readonly name: string;
  readonly provenance: 'real' | 'vendor-sandbox' | 'simulated' | 'absent';
}

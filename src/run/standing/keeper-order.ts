import type { HostSettings } from '../../hosts/host.ts';
import type { FaultCode } from '../../model/fault.ts';

/** What the keeper is told, as its one argument. */
export interface KeeperOrder {
  readonly name: string;
  readonly host: string;
  readonly settings: HostSettings;
  readonly folder: string;
}

/** What it says, as one line. */
export type KeeperMessage =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'failed'; readonly code: FaultCode; readonly message: string; readonly hint: string };

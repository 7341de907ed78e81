import type { NewUser, Role } from '../../model/billing/user.ts';
import { textOf } from './columns.ts';
import type { Store } from './store.ts';

export interface StoredUser extends NewUser {
  readonly tenantId: string;
}

export function insertUser(store: Store, user: StoredUser & { readonly apiKey: string }): void {
  store.run(
    'INSERT INTO users (tenant, api_key, name, role) VALUES (?, ?, ?, ?)',
    user.tenantId,
    user.apiKey,
    user.name,
    user.role,
  );
}

export function userByKey(store: Store, apiKey: string): StoredUser | null {
  const row = store.first('SELECT * FROM users WHERE api_key = ?', apiKey);
  if (row === null) return null;
  // Only `insertUser` writes the column, from a value of this type.
  return { tenantId: textOf(row, 'tenant'), name: textOf(row, 'name'), role: textOf(row, 'role') as Role };
}

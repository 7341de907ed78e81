import { expect, test } from 'vitest';
import { userOf } from './other-user.ts';

const root = 'root:x:0:0:root:/root:/bin/bash';
const nobody = 'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin';
const postgres = 'postgres:x:101:104:PostgreSQL administrator:/var/lib/postgresql:/bin/bash';

test('the database runs as postgres, else as nobody, never as root', () => {
  expect(userOf([root, nobody, postgres].join('\n'))).toEqual({ uid: 101, gid: 104 });
  expect(userOf([root, nobody].join('\n'))).toEqual({ uid: 65534, gid: 65534 });
  expect(userOf(root)).toBeNull();
});

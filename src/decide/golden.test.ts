import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readRun } from '../journal/run-folder.ts';
import type { VerdictDocument } from '../model/deciding/verdict.ts';
import { judge } from './judge.ts';

const golden = fileURLToPath(new URL('golden', import.meta.url));

/** One run folder of every released schema, as that version left it: it must be judged the same for as long as it exists. */
test.each(readdirSync(golden))(
  'a run of %s is judged as it was by the version that wrote it',
  async (schema) => {
    const dir = join(golden, schema);
    const { plan, planDigest, journal } = await readRun(dir);
    const lines = journal.lines;
    const { verdict } = judge({
      plan,
      planDigest,
      lines,
      journalHead: journal.head,
      policy: plan.policy,
      asOf: null,
    });
    const then = JSON.parse(await readFile(join(dir, 'verdict.json'), 'utf8')) as VerdictDocument;
    for (const field of ['verdict', 'exitCode', 'scope', 'phases', 'gates', 'reasons', 'money'] as const)
      expect({ [field]: verdict[field] }).toMatchObject({ [field]: then[field] });
  },
);

import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const program = `
import { createHash } from 'node:crypto';
const { exporters } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)});
const { noGoRun } = await import(${JSON.stringify(new URL('./fixture-runs.ts', import.meta.url).href)});
const { renderVerdict } = await import(${JSON.stringify(new URL('./terminal.ts', import.meta.url).href)});
const hash = createHash('sha256');
for (const exporter of exporters) for (const chunk of exporter.render(noGoRun())) hash.update(chunk);
hash.update(renderVerdict(noGoRun().run, { columns: 80, color: true }));
process.stdout.write(hash.digest('hex'));
`;

describe('the reports of one run', () => {
  it('are the same bytes in another time zone, language and terminal', () => {
    const here = reports({ TZ: 'UTC', LC_ALL: 'C' });
    const there = reports({ TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', NO_COLOR: '1', TERM: 'dumb' });
    expect(here).toMatch(/^[0-9a-f]{64}$/);
    expect(there).toBe(here);
  });
});

function reports(environment: Readonly<Record<string, string>>): string {
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { PATH: process.env['PATH'], ...environment },
    encoding: 'utf8',
  });
}

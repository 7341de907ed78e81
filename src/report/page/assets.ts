import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Esbuild from 'esbuild';
import { HarnessFault } from '../../model/fault.ts';

export interface PageAssets {
  readonly style: string;
  readonly script: string;
  /** Allows exactly this style and this script, pictures inside the page, and no request at all. */
  readonly contentSecurityPolicy: string;
}

/** In the order in which they override one another. */
const styleSheets = [
  'colors',
  'base',
  'band',
  'page-one',
  'tables',
  'check-list',
  'check-detail',
  'narrow',
  'print',
] as const;

let assets: PageAssets | undefined;

/** The page's style and script, read and bundled once per process. */
export function pageAssets(): PageAssets {
  assets ??= loadAssets();
  return assets;
}

function loadAssets(): PageAssets {
  const style = styleSheets
    .map((name) => readFileSync(fileURLToPath(new URL(`./style/${name}.css`, import.meta.url)), 'utf8'))
    .join('\n');
  const script = bundledScript();
  return { style, script, contentSecurityPolicy: policyFor(style, script) };
}

/** Without its worker thread: where the system allows no further one, or no open file, esbuild would wait for it for ever. */
function esbuild(): typeof Esbuild {
  const variable = 'ESBUILD_WORKER_THREADS';
  const before = process.env[variable];
  process.env[variable] = '0';
  try {
    return createRequire(import.meta.url)('esbuild') as typeof Esbuild;
  } finally {
    if (before === undefined) delete process.env[variable];
    else process.env[variable] = before;
  }
}

function built(): Esbuild.BuildResult<{ write: false }> {
  try {
    return buildScript();
  } catch (cause) {
    throw new HarnessFault({
      code: 'TOOL_MISSING',
      message: `The report page could not be made: ${cause instanceof Error ? cause.message : String(cause)}`,
      hint: 'Nothing is lost. Give this machine room (open files, processes), then: npx tollgate report RUN',
      cause,
    });
  }
}

function buildScript(): Esbuild.BuildResult<{ write: false }> {
  return esbuild().buildSync({
    entryPoints: [scriptEntry()],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
}

function bundledScript(): string {
  const result = built();
  const text = result.outputFiles[0]?.text ?? '';
  // Inside a script element this would end the script, or hide its end.
  if (text === '' || /<\/script|<!--/i.test(text)) {
    throw new HarnessFault({
      code: 'INTERNAL',
      message:
        'Found no script for the report page, or one that cannot stand inside HTML; expected plain code.',
      hint: 'Look for "</script" or "<!--" in src/report/page/browser.',
    });
  }
  return text;
}

/** TypeScript in the repository, JavaScript where the package is built. */
function scriptEntry(): string {
  const source = fileURLToPath(new URL('./browser/main.ts', import.meta.url));
  return existsSync(source) ? source : source.replace(/\.ts$/, '.js');
}

function policyFor(style: string, script: string): string {
  return [
    "default-src 'none'",
    `style-src '${hashSource(style)}'`,
    `script-src '${hashSource(script)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

function hashSource(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

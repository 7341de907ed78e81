import { defects } from './defects/index.ts';

/** A process of its own that names the defects, one JSON line each: whoever lists them never loads what they replace. */
for (const { name, row, family, stage, effect, severity, title } of defects) {
  process.stdout.write(`${JSON.stringify({ name, row, family, stage, effect, severity, title })}\n`);
}

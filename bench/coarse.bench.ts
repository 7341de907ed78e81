import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Defect } from '../src/sandbox/defects/defect.ts';
import { defects } from '../src/sandbox/defects/index.ts';
import { billsOf, ordinaryHistories } from './coarse/ordinary-history.ts';

/**
 * `npm run bench -- coarse [--keep]`: which defects change the bills of more than half of twenty drawn customers. A real bug
 * that did so would not have shipped: whoever proves his suites with such a defect proves little. `--keep` writes the list
 * that `tollgate prove --list` shows.
 */
const { values } = parseArgs({
  options: { keep: { type: 'boolean', default: false }, part: { type: 'string', default: '1/1' } },
});
const histories = ordinaryHistories(20);
const half = histories.length / 2;
const [part = 1, parts = 1] = values.part.split('/').map(Number);

const sound = await all(billsOf(null, histories));
const again = await all(billsOf(null, histories));
if (sound.some((bills, index) => bills !== again[index]))
  throw new RangeError('the same history gave two different bills');

async function all(bills: AsyncIterable<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const each of bills) found.push(each);
  return found;
}

/** In how many histories the defect differs; null once it stayed silent in half of them. */
async function loudness(defect: Defect): Promise<number | null> {
  let loud = 0;
  let index = 0;
  for await (const bills of billsOf(defect, histories)) {
    if (bills !== sound[index]) loud += 1;
    index += 1;
    if (index - loud >= half) return null;
  }
  return loud;
}

const coarse: { name: string; differs: number }[] = [];
for (const defect of defects.filter((_, index) => index % parts === part - 1)) {
  const differs = await loudness(defect);
  if (differs === null) continue;
  coarse.push({ name: defect.name, differs });
  process.stdout.write(`${defect.name}: differs in ${differs} of ${histories.length}\n`);
}
function louderFirst(left: (typeof coarse)[number], right: (typeof coarse)[number]): number {
  return right.differs - left.differs || (left.name < right.name ? -1 : 1);
}

process.stdout.write(`${coarse.length} of ${defects.length} defects are too coarse\n`);
if (values.keep) {
  const file = fileURLToPath(new URL('../data/coarse-defects.json', import.meta.url));
  writeFileSync(
    file,
    `${JSON.stringify({ histories: histories.length, coarse: coarse.toSorted(louderFirst) }, null, 2)}\n`,
  );
}
process.exit(0);

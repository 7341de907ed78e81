import { describe, expect, it } from 'vitest';
import { ctrf } from './ctrf.ts';
import { goRun, incompleteRun, noGoRun } from './fixture-runs.ts';
import { detailsOf, indexOf, markupOf, written } from './fixture-text.ts';
import { junit } from './junit.ts';
import { htmlPage } from './page/html-page.ts';
import { summary } from './summary.ts';
import { renderVerdict } from './terminal.ts';
import { verdictJson } from './verdict-json.ts';

// The files end in .golden, so that no formatter takes them for sources and tidies them.
const runs = { go: goRun(), 'no-go': noGoRun(), incomplete: incompleteRun() };

describe.each(Object.entries(runs))('the run that ends %s', (name, input) => {
  it.each([junit, ctrf, summary])('is written as $file', async (exporter) => {
    await expect(written(exporter, input)).toMatchFileSnapshot(`golden/${name}/${exporter.file}.golden`);
  });

  it('is written as report.html', async () => {
    const page = written(htmlPage, input);
    const data = { index: indexOf(page), details: detailsOf(page) };
    await expect(markupOf(page)).toMatchFileSnapshot(`golden/${name}/report.html.golden`);
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(
      `golden/${name}/report-data.json.golden`,
    );
  });

  it('is shown on a terminal of 80 columns', async () => {
    const text = renderVerdict(input.run, { columns: 80, color: false });
    await expect(text).toMatchFileSnapshot(`golden/${name}/terminal.txt.golden`);
    expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  it('keeps every fact in verdict.json', async () => {
    const text = verdictJson(input.run.verdict);
    await expect(text).toMatchFileSnapshot(`golden/${name}/verdict.json.golden`);
    expect(JSON.parse(text)).toEqual(input.run.verdict);
  });
});

describe('renderVerdict', () => {
  it('colours only when asked', () => {
    const escapeCharacter = String.fromCharCode(27);
    const shown = (color: boolean) => renderVerdict(runs['no-go'].run, { columns: 80, color });
    expect(shown(false)).not.toContain(escapeCharacter);
    expect(shown(true)).toContain(`${escapeCharacter}[31m`);
  });
});

describe('verdictJson', () => {
  it('writes the same bytes whatever order the keys were put in', () => {
    const { verdict } = runs['no-go'].run;
    const turned = Object.fromEntries(Object.entries(verdict).reverse()) as unknown as typeof verdict;
    expect(verdictJson(turned)).toBe(verdictJson(verdict));
  });
});

import { describe, expect, it } from 'vitest';
import { ctrf } from './ctrf.ts';
import { hostileRun } from './fixture-hostile.ts';
import { goRun, noGoRun } from './fixture-runs.ts';
import { markupOf, written } from './fixture-text.ts';
import { exporters } from './index.ts';
import { junit } from './junit.ts';
import { htmlPage } from './page/html-page.ts';
import { summary } from './summary.ts';
import { renderVerdict } from './terminal.ts';

const steering = /[\u202a-\u202e\u2066-\u2069\uffff]|(?![\n\t])\p{Cc}/u;

describe('hostile text', () => {
  it.each(exporters)('reaches $file without a character that steers', (exporter) => {
    const page = written(exporter, hostileRun());
    expect(exporter === htmlPage ? markupOf(page) : page).not.toMatch(steering);
  });

  it('stays text in the page: the elements are those of the same run with harmless text', () => {
    const elements = (page: string) => [...markupOf(page).matchAll(/<\/?[a-z]+/g)].map(String).sort();
    const hostile = elements(written(htmlPage, hostileRun()));
    expect(new Set(hostile)).toEqual(new Set(elements(written(htmlPage, noGoRun()))));
  });

  it('cannot reach the script: only base64 stands in the data', () => {
    const page = written(htmlPage, hostileRun());
    const blocks = [...page.matchAll(/<script type="application\/gzip" id="[\w-]+">([\s\S]*?)<\/script>/g)];
    expect(blocks.length).toBeGreaterThan(1);
    for (const [, data = ''] of blocks) expect(data).toMatch(/^[A-Za-z0-9+/=]+$/);
    expect(page.match(/<script/g)?.length).toBe(blocks.length + 1);
  });

  it('leaves junit.xml well-formed', () => {
    expect(unclosed(written(junit, hostileRun()))).toEqual([]);
  });

  it('makes no element, link, mention or heading in Markdown', () => {
    const text = written(summary, hostileRun());
    const outsideCode = text.replace(/(`+)[\s\S]*?\1/g, '');
    expect(outsideCode).not.toMatch(/<[a-z/!]/i);
    expect(outsideCode).not.toMatch(/https?:\/\/|www\.|@|(?<!\\)\[/);
    const headings = (from: string) => [...from.matchAll(/^#+ /gm)].length;
    expect(headings(text)).toBe(headings(written(summary, noGoRun())));
  });

  it('draws no line of its own on a terminal', () => {
    const text = renderVerdict(hostileRun().run, { columns: 80, color: false });
    expect(text).not.toMatch(/^(::|##\[)/m);
    expect(text).not.toMatch(steering);
  });

  it('leaves ctrf.json readable', () => {
    expect(JSON.parse(written(ctrf, hostileRun())).results.tests).toHaveLength(4);
  });
});

describe('the page asks nobody for anything', () => {
  it('has a policy that forbids every request, and no address to ask', () => {
    const page = written(htmlPage, goRun());
    expect(page).toMatch(/Content-Security-Policy" content="default-src &#39;none&#39;/);
    expect(markupOf(page)).not.toMatch(/https?:|unsafe-inline|unsafe-eval| style="| on[a-z]+="/);
  });
});

/** Reads XML token by token and answers the elements still open at its end; fails at the first thing that is no token. */
function unclosed(xml: string): readonly string[] {
  const token =
    /<\?xml[^<>]*\?>|<(\/?)([a-z]+)(?: [a-z]+="[^"<]*")*(\/?)>|[^<&>]+|&(?:amp|lt|gt|quot|apos);/y;
  const open: string[] = [];
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    expect(match, `at ${at}: ${xml.slice(at, at + 60)}`).not.toBeNull();
    const [, closes, name, isEmpty] = match ?? [];
    if (name === undefined || isEmpty === '/') continue;
    if (closes === '/') expect(open.pop()).toBe(name);
    else open.push(name);
  }
  return open;
}

import type { DecidedRun } from '../../model/deciding/decided-run.ts';
import type { Exporter } from '../exporter.ts';
import { type PageOne, pageOne } from '../page-one.ts';
import { type PageAssets, pageAssets } from './assets.ts';
import { checks } from './checks-markup.ts';
import { dataBlocks } from './data-blocks.ts';
import { decision, inFull, verdictBand } from './decision-markup.ts';
import { runFacts } from './facts-markup.ts';
import { gates } from './gates-markup.ts';
import { type Html, html } from './html.ts';
import { phases } from './phases-markup.ts';
import { record } from './record-markup.ts';
import { wrongAmounts } from './wrong-amounts-markup.ts';

/**
 * One file that opens from disk and asks nobody for anything. The verdict is plain markup and stands before all data, so
 * that it is drawn at once, prints, and is there when scripts are not.
 */
export const htmlPage: Exporter = {
  name: 'Report page',
  file: 'report.html',
  *render(input) {
    const page = pageOne(input.run);
    const assets = pageAssets();
    yield head(page, assets).text;
    yield body(input.run, page).text;
    yield `<script>${assets.script}</script>\n`;
    yield* dataBlocks(input);
    yield '</body>\n</html>\n';
  },
};

function head(page: PageOne, assets: PageAssets): Html {
  const title = [`${page.symbol} ${page.word}`, ...page.identity.slice(0, 2)].join(' · ');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${assets.contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title}</title>
${{ kind: 'html', text: `<style>${assets.style}</style>` }}
</head>
`;
}

function body(run: DecidedRun, page: PageOne): Html {
  return html`<body>
<a class="skip" href="#checks-title">Skip to the checks</a>
${verdictBand(page)}<main class="wide">
<div class="page-one">
${decision(page, run)}${phases(run.verdict.phases)}${runFacts(run)}</div>
${gates(run)}${inFull(page)}${wrongAmounts(run)}${checks(run)}${record(run)}</main>
`;
}

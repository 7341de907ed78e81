import { expect, test } from 'vitest';
import { hostileRun } from '../../src/report/fixture-hostile.ts';
import { written } from '../../src/report/fixture-text.ts';
import { htmlPage } from '../../src/report/page/html-page.ts';
import { openedPage } from './page-data.ts';

test('what a page holds of a check is searched where it stands, in its compressed blocks', () => {
  const page = written(htmlPage, hostileRun());
  const { markup, data } = openedPage(page);
  expect(page).not.toContain('\u202e');
  expect(data).toContain('\u202e');
  expect(markup).not.toMatch(/[A-Za-z0-9+/=]{500}/);
});

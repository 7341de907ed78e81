import {
  type Attributes,
  countOf,
  errorOf,
  isFreeInside,
  isMark,
  type Mark,
  type OpenCase,
  resultOf,
  speaksOfNoPass,
} from './junit-case.ts';
import { addCount, badTotals, emptyCount, type JunitCount } from './junit-totals.ts';
import { statedTime } from './stated-time.ts';
import { readStrictXml, type XmlListener } from './strict-xml.ts';
import { type ReportContent, ReportRefused, type StatedTime, type SuiteResult } from './suite-result.ts';

/** JUnit XML in the dialects of surefire, pytest, Go, newman, vitest and their like. Throws ReportRefused. */
export function readJunit(bytes: Uint8Array): ReportContent {
  const reader = new JunitReader();
  readStrictXml(bytes, reader);
  return reader;
}

interface OpenSuite {
  readonly element: string;
  readonly attributes: Attributes;
  readonly count: JunitCount;
}

class JunitReader implements XmlListener, ReportContent {
  readonly results: SuiteResult[] = [];
  readonly times: StatedTime[] = [];
  readonly badTotals: string[] = [];
  readonly runErrors: string[] = [];
  readonly #elements: string[] = [];
  readonly #suites: OpenSuite[] = [];
  #case: OpenCase | null = null;
  #mark: Mark | null = null;

  open(name: string, attributes: Attributes): void {
    const parent = this.#elements.at(-1);
    this.#elements.push(name);
    if (parent === undefined && !isSuite(name))
      throw new ReportRefused(`found the element <${name}>, expected <testsuites> or <testsuite>`);
    if (isSuite(name)) this.#openSuite(name, attributes, parent);
    else if (name === 'testcase') this.#openCase(attributes, parent);
    else this.#openOther(name, attributes, parent ?? '');
  }

  text(text: string): void {
    if (this.#mark !== null && this.#mark.text.length < 100_000) this.#mark.text += text;
  }

  close(name: string): void {
    this.#elements.pop();
    const parent = this.#elements.at(-1);
    if (isSuite(name)) this.#closeSuite();
    else if (name === 'testcase') this.#closeCase();
    else if (this.#mark?.name === name && (parent === 'testcase' || isSuite(parent ?? ''))) this.#closeMark();
  }

  #openSuite(element: string, attributes: Attributes, parent: string | undefined): void {
    if (parent !== undefined && !isSuite(parent))
      throw new ReportRefused(`found <${element}> inside <${parent}>`);
    this.times.push(...statedTime(attributes['timestamp']));
    this.#suites.push({ element, attributes, count: emptyCount() });
  }

  #closeSuite(): void {
    const suite = this.#suites.pop();
    if (suite === undefined) return;
    const name = (suite.attributes['name'] ?? '').slice(0, 100);
    const shownAs = `<${suite.element}${name === '' ? '' : ` name="${name}"`}>`;
    this.badTotals.push(...badTotals(suite.attributes, { shownAs, count: suite.count }));
    const parent = this.#suites.at(-1);
    if (parent !== undefined) addCount(parent.count, suite.count);
  }

  #openCase(attributes: Attributes, parent: string | undefined): void {
    if (!isSuite(parent ?? '')) throw new ReportRefused(`found <testcase> inside <${parent}>`);
    if ((attributes['name'] ?? '').trim() === '')
      throw new ReportRefused('found a <testcase> without a name');
    this.times.push(...statedTime(attributes['timestamp']));
    this.#case = { attributes, marks: [] };
  }

  #closeCase(): void {
    if (this.#case === null) return;
    const groups = this.#suites
      .filter(({ element }) => element === 'testsuite')
      .map(({ attributes }) => attributes['name'] ?? '');
    this.results.push(resultOf(this.#case, groups));
    const suite = this.#suites.at(-1);
    if (suite !== undefined) addCount(suite.count, countOf(this.#case));
    this.#case = null;
  }

  #openOther(name: string, attributes: Attributes, parent: string): void {
    if (this.#elements.slice(0, -1).some(isFreeInside)) return;
    if (isMark(name) && (parent === 'testcase' || isSuite(parent)))
      this.#mark = { name, attributes, text: '' };
    else if (speaksOfNoPass(name))
      throw new ReportRefused(
        `found <${name}> inside <${parent}>, which may say that a test did not pass; expected <failure>, <error> or <skipped> inside <testcase>`,
      );
  }

  #closeMark(): void {
    const mark = this.#mark;
    this.#mark = null;
    if (mark === null) return;
    if (this.#case !== null) this.#case.marks.push(mark);
    else if (mark.name !== 'skipped') this.runErrors.push(errorOf(mark).message);
  }
}

function isSuite(name: string): boolean {
  return name === 'testsuites' || name === 'testsuite';
}

import type { Page } from 'playwright-core';
import { HarnessFault } from '../../model/fault.ts';
import { hostOfUrl, isProduction, markedName, type ProductionNames } from '../../model/production-host.ts';

/** What a browser has to be told so that no name of production is anywhere, for whatever part of it that asks. */
export function blindTo(marks: ProductionNames): readonly string[] {
  const rules = marks.hosts.flatMap((mark) => {
    const marked = markedName(mark);
    if (marked === null || !/^[a-z0-9._-]+$/.test(marked.name)) return [];
    const name = `${marked.isBelow ? '*.' : ''}${marked.name}`;
    return [`MAP ${name} ~NOTFOUND`, `MAP ${name}. ~NOTFOUND`];
  });
  return rules.length === 0 ? [] : [`--host-resolver-rules=${rules.join(',')}`];
}

/** Where a page may not go. The target's own host is none of it: the guard let it pass before the run. */
export interface PageBounds {
  readonly marks: ProductionNames;
  readonly targetUrl: string;
}

/**
 * Looks at each request of a page before it is sent, the hops of a redirect among them, and drops what would go to
 * production. A picture from there is only missing; a page that leads there is not what it seems.
 */
export class GuardedPage {
  readonly page: Page;
  readonly #bounds: PageBounds;
  #ledTo: string | null = null;

  private constructor(page: Page, bounds: PageBounds) {
    this.page = page;
    this.#bounds = bounds;
  }

  static async over(page: Page, bounds: PageBounds): Promise<GuardedPage> {
    const guarded = new GuardedPage(page, bounds);
    if (bounds.marks.hosts.length + bounds.marks.addresses.length > 0) await guarded.#watch();
    return guarded;
  }

  /** Opens the address, unless it is production's or leads there. */
  async goto(url: string, options: Parameters<Page['goto']>[1]) {
    if (this.#isBeyond(url)) this.#ledTo = url;
    this.#refuse();
    try {
      return await this.page.goto(url, options);
    } finally {
      this.#refuse();
    }
  }

  async #watch(): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    session.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
      const isBeyond = this.#isBeyond(request.url);
      if (isBeyond && resourceType === 'Document') this.#ledTo ??= request.url;
      const answer = isBeyond
        ? session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
        : session.send('Fetch.continueRequest', { requestId });
      // The page may be gone meanwhile, and its request with it.
      answer.catch(() => undefined);
    });
    await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  #isBeyond(url: string): boolean {
    const host = hostOfUrl(url);
    const own = hostOfUrl(this.#bounds.targetUrl);
    if (host === null || !isProduction(this.#bounds.marks, host)) return false;
    return own === null || !isProduction(this.#bounds.marks, own) || nameOf(host) !== nameOf(own);
  }

  #refuse(): void {
    if (this.#ledTo === null) return;
    const { host } = new URL(this.#ledTo);
    throw new HarnessFault({
      code: 'GUARD_REFUSED',
      message: `The screen of the target leads to ${host}: that host is one of \`production\` in tollgate.yaml.`,
      hint: 'Nothing was sent there. Find out why the test target leads to production.',
    });
  }
}

function nameOf(host: NonNullable<ReturnType<typeof hostOfUrl>>): string {
  return host.kind === 'name' ? host.name : String(host.address);
}

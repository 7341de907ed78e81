import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { LocalDate } from '../../model/date.ts';
import type { KillBillCalls } from './calls.ts';
import { beginOf, catalogXml, type OfferedPlan } from './catalog-xml.ts';
import type { Dialect } from './dialect.ts';
import { formName, type PlanForm, plainForm, withoutOverride } from './plan-names.ts';
import { refuse } from './refuse.ts';

/** The first day on which a plan is not sold. */
export interface PlanWithdrawal {
  readonly plan: string;
  readonly from: LocalDate;
}

/** What a session takes over of a world that is there. */
export interface PriceListMemory {
  readonly versions: readonly PlanVersion[];
  readonly withdrawals: readonly PlanWithdrawal[];
  readonly forms: readonly PlanForm[];
}

/**
 * The plans of a world. Kill Bill takes a catalog as a whole, and takes nothing back of one version: whatever is new, a plan or
 * a form of one, replaces all of it.
 */
export class PriceList {
  readonly #calls: KillBillCalls;
  readonly #dialect: Dialect;
  readonly #versions: PlanVersion[];
  readonly #withdrawals: PlanWithdrawal[];
  readonly #forms = new Map<string, PlanForm>();
  #isUploaded: boolean;

  constructor(
    { calls, dialect }: { readonly calls: KillBillCalls; readonly dialect: Dialect },
    { versions, withdrawals, forms }: PriceListMemory,
  ) {
    this.#calls = calls;
    this.#dialect = dialect;
    this.#versions = [...versions];
    this.#withdrawals = [...withdrawals];
    for (const form of forms) this.#forms.set(formName(form), form);
    this.#isUploaded = versions.length > 0;
  }

  static empty(parts: { readonly calls: KillBillCalls; readonly dialect: Dialect }): PriceList {
    return new PriceList(parts, { versions: [], withdrawals: [], forms: [] });
  }

  get versions(): readonly PlanVersion[] {
    return this.#versions;
  }

  get withdrawals(): readonly PlanWithdrawal[] {
    return this.#withdrawals;
  }

  get forms(): readonly PlanForm[] {
    return [...this.#forms.values()];
  }

  /** One plan in one form, and nothing beside it. */
  async publishOnly({ form, version }: Omit<OfferedPlan, 'runningFrom'>): Promise<void> {
    this.#forms.set(formName(form), form);
    await this.#upload({ versions: [version], withdrawals: [], forms: [form] });
    this.#versions.splice(0, this.#versions.length, version);
  }

  async publish(version: PlanVersion): Promise<void> {
    const form = plainForm(version.plan);
    const others = this.#versions.filter(
      (one) => one.plan !== version.plan || one.effectiveFrom !== version.effectiveFrom,
    );
    this.#forms.set(formName(form), form);
    await this.#upload({ ...this.#memory, versions: [...others, version] });
    this.#versions.splice(0, this.#versions.length, ...others, version);
  }

  /** The catalog of that day lacks the plan; who has it is priced by the last one that has it. */
  async withdraw(withdrawal: PlanWithdrawal): Promise<void> {
    if (!this.#versions.some(({ plan }) => plan === withdrawal.plan))
      refuse('catalog.withdraw', `the plan "${withdrawal.plan}", which was not published`);
    await this.#upload({ ...this.#memory, withdrawals: [...this.#withdrawals, withdrawal] });
    this.#withdrawals.push(withdrawal);
  }

  /** The catalog's name of the form, which is offered from now on. */
  async need(form: PlanForm): Promise<string> {
    const name = formName(form);
    // An unknown plan is the server's to refuse.
    const isKnown = this.#versions.some(({ plan }) => plan === form.plan);
    if (isKnown && !this.#forms.has(name)) {
      this.#forms.set(name, form);
      await this.#upload(this.#memory);
    }
    return name;
  }

  /** The form behind a name of the catalog, agreed prices among them; null for one that is not ours. */
  formOf(name: string): PlanForm | null {
    return this.#forms.get(name) ?? this.#forms.get(withoutOverride(name)) ?? null;
  }

  /** The version of the plan that is in force on the day. */
  versionOn(plan: string, day: LocalDate): PlanVersion {
    return (
      latestOf(this.#versions, plan, day) ??
      this.#versions.find((version) => version.plan === plan) ??
      refuse('catalog.read', `the plan "${plan}", which was not published`)
    );
  }

  /** Old servers look for it at the first moment of a period, later ones begin a period of their own at its day. */
  #dated({ form, version }: Omit<OfferedPlan, 'runningFrom'>, day: LocalDate): OfferedPlan {
    const { effectiveFrom, runningFrom } = version;
    if (runningFrom === undefined || effectiveFrom !== day) return { form, version, runningFrom: null };
    const moment = this.#dialect === 'bundle-keys' ? beginOf(runningFrom) : `${runningFrom}T11:00:00+00:00`;
    return { form, version, runningFrom: moment };
  }

  get #memory(): PriceListMemory {
    return { versions: this.#versions, withdrawals: this.#withdrawals, forms: this.forms };
  }

  async #upload(listed: PriceListMemory): Promise<void> {
    const catalogs = daysOf(listed).map((day) => {
      const offered = offeredOn(listed, day);
      if (offered.length === 0) refuse('catalog.publish', `no plan at all from ${day} on`);
      return catalogXml(
        day,
        offered.map((plan) => this.#dated(plan, day)),
      );
    });
    if (this.#isUploaded)
      await this.#calls.write({ operation: 'catalog.clear', method: 'DELETE', path: '/1.0/kb/catalog' });
    for (const text of catalogs) {
      const document = { mediaType: 'text/xml', text };
      await this.#calls.write({ operation: 'catalog.publish', path: '/1.0/kb/catalog/xml', document });
      this.#isUploaded = true;
    }
  }
}

/** Each day from which on the catalog is another one. */
function daysOf({ versions, withdrawals }: PriceListMemory): readonly LocalDate[] {
  const days = [
    ...versions.map(({ effectiveFrom }) => effectiveFrom),
    ...withdrawals.map(({ from }) => from),
  ];
  return [...new Set(days)].sort();
}

function offeredOn(
  { versions, withdrawals, forms }: PriceListMemory,
  day: LocalDate,
): readonly Omit<OfferedPlan, 'runningFrom'>[] {
  return forms.flatMap((form) => {
    const version = latestOf(versions, form.plan, day);
    if (version === null || isWithdrawn(withdrawals, version, day)) return [];
    return [{ form, version }];
  });
}

/** A later version sells the plan again. */
function isWithdrawn(
  withdrawals: readonly PlanWithdrawal[],
  { plan, effectiveFrom }: PlanVersion,
  day: LocalDate,
): boolean {
  return withdrawals.some((one) => one.plan === plan && effectiveFrom <= one.from && one.from <= day);
}

function latestOf(versions: readonly PlanVersion[], plan: string, day: LocalDate): PlanVersion | null {
  const begun = versions.filter((version) => version.plan === plan && version.effectiveFrom <= day);
  return begun.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)).at(-1) ?? null;
}

import type { PlanVersion } from '../../model/billing/catalog.ts';
import type { LocalDate } from '../../model/date.ts';
import type { KillBillCalls } from './calls.ts';
import { beginOf, catalogXml, type OfferedPlan } from './catalog-xml.ts';
import type { Dialect } from './dialect.ts';
import { formName, type PlanForm, plainForm, withoutOverride } from './plan-names.ts';
import { refuse } from './refuse.ts';

/**
 * The plans of a world. Kill Bill takes a catalog as a whole, and takes nothing back of one version: whatever is new, a plan or
 * a form of one, replaces all of it.
 */
export class PriceList {
  readonly #calls: KillBillCalls;
  readonly #dialect: Dialect;
  readonly #versions: PlanVersion[];
  readonly #forms = new Map<string, PlanForm>();
  #isUploaded: boolean;

  constructor(
    { calls, dialect }: { readonly calls: KillBillCalls; readonly dialect: Dialect },
    versions: readonly PlanVersion[],
    forms: readonly PlanForm[],
  ) {
    this.#calls = calls;
    this.#dialect = dialect;
    this.#versions = [...versions];
    for (const form of forms) this.#forms.set(formName(form), form);
    this.#isUploaded = versions.length > 0;
  }

  get versions(): readonly PlanVersion[] {
    return this.#versions;
  }

  get forms(): readonly PlanForm[] {
    return [...this.#forms.values()];
  }

  /** One plan in one form, and nothing beside it. */
  async publishOnly({ form, version }: Omit<OfferedPlan, 'runningFrom'>): Promise<void> {
    this.#forms.set(formName(form), form);
    await this.#upload([version], [form]);
    this.#versions.splice(0, this.#versions.length, version);
  }

  async publish(version: PlanVersion): Promise<void> {
    const form = plainForm(version.plan);
    const others = this.#versions.filter(
      (one) => one.plan !== version.plan || one.effectiveFrom !== version.effectiveFrom,
    );
    this.#forms.set(formName(form), form);
    await this.#upload([...others, version], this.forms);
    this.#versions.splice(0, this.#versions.length, ...others, version);
  }

  /** The catalog's name of the form, which is offered from now on. */
  async need(form: PlanForm): Promise<string> {
    const name = formName(form);
    // An unknown plan is the server's to refuse.
    const isKnown = this.#versions.some(({ plan }) => plan === form.plan);
    if (isKnown && !this.#forms.has(name)) {
      this.#forms.set(name, form);
      await this.#upload(this.#versions, this.forms);
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

  async #upload(versions: readonly PlanVersion[], forms: readonly PlanForm[]): Promise<void> {
    if (this.#isUploaded)
      await this.#calls.write({ operation: 'catalog.clear', method: 'DELETE', path: '/1.0/kb/catalog' });
    const days = [...new Set(versions.map(({ effectiveFrom }) => effectiveFrom))].sort();
    for (const day of days) {
      const text = catalogXml(
        day,
        offeredOn(versions, forms, day).map((plan) => this.#dated(plan, day)),
      );
      const document = { mediaType: 'text/xml', text };
      await this.#calls.write({ operation: 'catalog.publish', path: '/1.0/kb/catalog/xml', document });
      this.#isUploaded = true;
    }
  }
}

function offeredOn(
  versions: readonly PlanVersion[],
  forms: readonly PlanForm[],
  day: LocalDate,
): readonly Omit<OfferedPlan, 'runningFrom'>[] {
  return forms.flatMap((form) => {
    const version = latestOf(versions, form.plan, day);
    return version === null ? [] : [{ form, version }];
  });
}

function latestOf(versions: readonly PlanVersion[], plan: string, day: LocalDate): PlanVersion | null {
  const begun = versions.filter((version) => version.plan === plan && version.effectiveFrom <= day);
  return begun.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1)).at(-1) ?? null;
}

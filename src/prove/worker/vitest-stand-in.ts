/**
 * What suites find in place of vitest here: it only remembers what they declare. Vitest itself would start anew for each
 * defect, which takes longer than playing all checks. Whatever else a suite asks of vitest is not there, and so a fault.
 */
export interface DeclaredCheck {
  readonly file: string;
  readonly titlePath: readonly string[];
  readonly options: DeclaredOptions;
  readonly body: (given: CheckContext) => Promise<void>;
}

export interface DeclaredOptions {
  readonly timeout: number;
  readonly meta: {
    readonly topic: string;
    readonly needs: readonly string[];
    readonly checkTags: readonly string[];
  };
}

/** As much of a vitest task as a check asks for. */
export interface CheckContext {
  readonly task: {
    readonly name: string;
    readonly file: { readonly filepath: string };
    readonly suite?: NamedSuite;
  };
  readonly signal: AbortSignal;
}

export interface NamedSuite {
  readonly name: string;
  readonly suite?: NamedSuite;
}

let declared: DeclaredCheck[] = [];
let file = '';
let path: readonly string[] = [];
/** Groups of the file that is being imported. As in vitest their bodies run once it is whole: they may use what stands below. */
let groups: (() => void)[] | null = null;

export function describe(title: string, body: () => void): void {
  if (groups !== null) {
    groups.push(() => describe(title, body));
    return;
  }
  const outer = path;
  path = [...outer, title];
  try {
    body();
  } finally {
    path = outer;
  }
}

export function test(title: string, options: DeclaredOptions, body: DeclaredCheck['body']): void {
  declared.push({ file, titlePath: [...path, title], options, body });
}

/** Hears what one file declares while `load` imports it. */
export async function declaredBy(
  path_: string,
  load: () => Promise<unknown>,
): Promise<readonly DeclaredCheck[]> {
  file = path_;
  declared = [];
  const found: (() => void)[] = [];
  groups = found;
  try {
    await load();
  } finally {
    groups = null;
  }
  for (const group of found) group();
  return declared;
}

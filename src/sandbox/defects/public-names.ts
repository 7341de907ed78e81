import { registerHooks } from 'node:module';

const ending = import.meta.url.slice(-3);

/** What a defect from elsewhere may import, wherever its file stands: the type, and the entries that it replaces. */
const publicNames: Readonly<Record<string, string>> = {
  'tollgate/defect': new URL(`./defect${ending}`, import.meta.url).href,
  'tollgate/rules': new URL(`../rules/index${ending}`, import.meta.url).href,
  'tollgate/procedures': new URL(`../procedures/index${ending}`, import.meta.url).href,
};

let isRegistered = false;

/** From here on these names lead to the engine of this very process, and not to another copy of it. */
export function servePublicNames(): void {
  if (isRegistered) return;
  isRegistered = true;
  registerHooks({
    resolve: (specifier, context, next) => next(publicNames[specifier] ?? specifier, context),
  });
}

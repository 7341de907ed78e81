import { registerHooks } from 'node:module';

const ending = import.meta.url.slice(-3);

/** What a driver from elsewhere may import, wherever its file stands, and the file of ours that it gets. */
export const publicNames: Readonly<Record<string, string>> = {
  'tollgate/driver': new URL(`./own-driver${ending}`, import.meta.url).href,
  'tollgate/contract': new URL(`./own-contract${ending}`, import.meta.url).href,
};

let isRegistered = false;

/** From here on these names lead to the code of this very process, and not to another copy of it: a refusal is known by its class. */
export function servePublicNames(): void {
  if (isRegistered) return;
  isRegistered = true;
  registerHooks({
    resolve: (specifier, context, next) => next(publicNames[specifier] ?? specifier, context),
  });
}

/** Metered usage and the clock change nothing that a person decided; everything else that is written is. */
export function isAudited(action: string): boolean {
  return !/^(GET|HEAD) |\/v1\/(usage|preview|clock|bill-runs|tenants|neighbours|gateway)|-estimate$/.test(
    action,
  );
}

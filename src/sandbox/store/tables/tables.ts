/** The tables of one noun. Every one but `tenants` begins with the tenant, and no query leaves it out. */
export interface Tables {
  /** Those that hold rows of a tenant and go when it goes. */
  readonly ofTenant: readonly string[];
  readonly sql: string;
}

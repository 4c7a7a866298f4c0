/** One row of the coverage table. */
export interface CoverageRow {
  field: string;
  feature: string;
  rooms: string[];
  flag: string;
  effect: string;
}

/** What is loaded. */
export interface Catalog {
  coverage(): CoverageRow[];
  features(): { id: string; summary: string }[];
}

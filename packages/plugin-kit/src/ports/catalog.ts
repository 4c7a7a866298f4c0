import type { OperationFunction, OperationId } from '../operation.js';

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
  /** The handler of an operation, for another that is made up of it; undefined: no plugin serves it. */
  operation<K extends OperationId>(id: K): OperationFunction<K> | undefined;
}

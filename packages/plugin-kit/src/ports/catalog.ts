import type { OperationFunction, OperationId } from '../operation.js';

/** One row of the coverage table. */
export interface CoverageRow {
  field: string;
  feature: string;
  rooms: string[];
  flag: string;
  effect: string;
}

/** A plugin as it is loaded. */
export interface PluginFacts {
  /** A built-in one's own (`memory`), a package's, or what was given to `--plugin`. */
  readonly name: string;
  readonly enabled: boolean;
  /** Its features, in the order of their hooks. */
  readonly features: readonly {
    readonly id: string;
    readonly summary: string;
    readonly fields: readonly string[];
  }[];
  /** Ids of the operations that it serves. */
  readonly operations: readonly string[];
}

/** The loaded plugins and their switches. */
export interface Plugins {
  all(): PluginFacts[];
  /**
   * From now on requests may use its fields and operations again; kept over restarts. Throws Conflict when it is on, or
   * is off by configuration.
   */
  enable(name: string): void;
  /**
   * From now on requests that give its fields a value are refused, its operations are not served, and what it adds to
   * every container is not added to those that start; kept over restarts. Throws Conflict when it is off already, or
   * cannot be.
   */
  disable(name: string): void;
}

/** What a feature's `start` hook has taken since the daemon began. */
export interface HookTime {
  readonly feature: string;
  readonly seconds: number;
  readonly count: number;
}

/** What is loaded. */
export interface Catalog {
  coverage(): CoverageRow[];
  features(): { id: string; summary: string }[];
  startTimes(): HookTime[];
  /** The handler of an operation, for another that is made up of it; undefined: no plugin serves it. */
  operation<K extends OperationId>(id: K): OperationFunction<K> | undefined;
}

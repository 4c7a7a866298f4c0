import { routes } from '../generated/routes.gen.js';
import { operationRoute, type OperationRoute } from './operation-route.js';

/** A route and the value of its path parameter, empty when it has none. */
export interface Match {
  route: OperationRoute;
  pathValue: string;
}

interface Pattern {
  route: OperationRoute;
  prefix: string;
  suffix: string;
  slashes: boolean;
}

/**
 * Finds routes by method and path (without version prefix, with escapes undone). A path without a parameter goes before
 * those with one, and a longer end before a shorter: `/images/json` lists, `/images/a/json` inspects `a`, and
 * `DELETE /images/a/b` deletes `a/b`.
 */
export class Router {
  readonly #fixed = new Map<string, OperationRoute>();
  /** By method and first step of the path. */
  readonly #patterns = new Map<string, Pattern[]>();

  constructor(table: readonly OperationRoute[] = routes.map(operationRoute)) {
    for (const route of table) this.#add(route);
    for (const patterns of this.#patterns.values())
      patterns.sort((a, b) => b.suffix.length - a.suffix.length);
  }

  find(method: string, path: string): Match | undefined {
    const fixed = this.#fixed.get(`${method} ${path}`);
    if (fixed !== undefined) return { route: fixed, pathValue: '' };
    for (const { route, prefix, suffix, slashes } of this.#patterns.get(`${method} ${firstStep(path)}`) ??
      []) {
      const length = path.length - prefix.length - suffix.length;
      if (length <= 0 || !path.startsWith(prefix) || !path.endsWith(suffix)) continue;
      const pathValue = path.substring(prefix.length, prefix.length + length);
      if (slashes || !pathValue.includes('/')) return { route, pathValue };
    }
    return undefined;
  }

  #add(route: OperationRoute): void {
    const [prefix, rest] = route.path.split('{') as [string, string?];
    if (rest === undefined) {
      this.#fixed.set(`${route.method} ${route.path}`, route);
      return;
    }
    const key = `${route.method} ${firstStep(route.path)}`;
    const patterns = this.#patterns.get(key) ?? [];
    patterns.push({
      route,
      prefix,
      suffix: rest.slice(rest.indexOf('}') + 1),
      slashes: route.facts.parameters.some((parameter) => parameter.slashes === true),
    });
    this.#patterns.set(key, patterns);
  }
}

const firstStep = (path: string): string => path.split('/', 2)[1] ?? '';

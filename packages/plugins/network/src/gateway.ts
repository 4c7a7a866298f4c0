import type { EndpointSettings } from '@arca/api';
import { gatewaysOf } from './endpoints.js';
import type { Endpoint } from './record.js';

export type Settings = Readonly<Record<string, EndpointSettings | null>>;

/**
 * Networks, by name, in the order in which they give the default routes: by `GwPriority`, then those with more families,
 * then by name. Networks without a gateway are left out.
 */
export function gatewayOrder(endpoints: Readonly<Record<string, Endpoint>>, settings: Settings): string[] {
  const priority = (name: string) => settings[name]?.GwPriority ?? 0;
  const families = (name: string) => gatewaysOf(endpoints[name]!).length;
  return Object.keys(endpoints)
    .filter((name) => families(name) > 0)
    .sort((a, b) => priority(b) - priority(a) || families(b) - families(a) || (a < b ? -1 : 1));
}

/** The default routes: of each family the first network that has one. */
export function defaultRoutes(
  endpoints: Readonly<Record<string, Endpoint>>,
  settings: Settings,
): { interface: string; gateway: string }[] {
  const order = gatewayOrder(endpoints, settings).map((name) => endpoints[name]!);
  const four = order.find(({ gateway }) => gateway !== '');
  const six = order.find(({ gateway6 }) => gateway6 !== '');
  return [
    ...(four ? [{ interface: four.interface, gateway: four.gateway }] : []),
    ...(six ? [{ interface: six.interface, gateway: six.gateway6 }] : []),
  ];
}

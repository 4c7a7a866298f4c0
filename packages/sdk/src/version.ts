/** The newest version that this client knows. */
const NEWEST = '1.51';

/** The newest version that this client and the engine that answered know. */
export function newestCommon(headers: Headers): string {
  const offered = headers.get('Api-Version');
  return offered !== null && order(offered) < order(NEWEST) ? offered : NEWEST;
}

const order = (version: string): number => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major * 10_000 + minor;
};

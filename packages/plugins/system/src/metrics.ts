import type { Catalog, Containers, Logs, OperationFunction } from '@arca/plugin-kit';

/** `GET /arca/metrics`: figures in Prometheus's text format. */
export const metrics =
  (catalog: Catalog, containers: Containers, logs: Logs): OperationFunction<'ArcaMetrics'> =>
  async () => {
    const all = containers.list();
    const states = new Map<string, number>();
    for (const { state } of all) states.set(state.status, (states.get(state.status) ?? 0) + 1);
    const dropped = all.flatMap((container) => {
      const count = logs.dropped(container);
      if (count === undefined) return [];
      const { id, name } = container;
      return [`arca_container_log_dropped_total{id="${id}",name="${name}"} ${count}`];
    });
    const lines = [
      '# HELP arca_containers Containers by state.',
      '# TYPE arca_containers gauge',
      ...[...states].map(([state, count]) => `arca_containers{state="${state}"} ${count}`),
      '# HELP arca_container_log_dropped_total Log messages dropped since the container was started.',
      '# TYPE arca_container_log_dropped_total counter',
      ...dropped,
      '# HELP arca_start_hook_seconds What features have taken of starts of containers.',
      '# TYPE arca_start_hook_seconds summary',
      ...catalog
        .startTimes()
        .flatMap(({ feature, seconds, count }) => [
          `arca_start_hook_seconds_sum{feature="${feature}"} ${seconds}`,
          `arca_start_hook_seconds_count{feature="${feature}"} ${count}`,
        ]),
    ];
    return `${lines.join('\n')}\n`;
  };

import type { CoverageRow, Manifest } from '@arca/plugin-kit';
import { coverageRows, featureSummaries } from './coverage.js';

/** The text of `docs/coverage.md`, made of the manifests. */
export function coverageMarkdown(manifests: readonly Manifest[]): string {
  const rows = coverageRows(manifests);
  return [
    '# Coverage of the create body',
    '',
    'Generated from the manifests of the built-in features. Every field of `ContainerConfig`, `HostConfig` and',
    '`NetworkingConfig` has exactly one owner, which validates it and gives it its effect: in places of the OCI spec,',
    'or elsewhere as the last column says. `GET /arca/coverage` answers the same for the features that a daemon has',
    'loaded.',
    '',
    '## Features',
    '',
    ...table(
      ['Feature', 'What it does'],
      featureSummaries(manifests).map(({ id, summary }) => [code(id), summary]),
    ),
    '',
    '## Fields',
    '',
    ...table(['Field', 'Feature', 'CLI', 'Effect'], rows.map(cellsOf)),
    '',
  ].join('\n');
}

const cellsOf = ({ field, feature, flag, rooms, effect }: CoverageRow): string[] => [
  code(field),
  code(feature),
  flag === '' ? '' : code(flag),
  effect || rooms.map(code).join(', '),
];

const code = (text: string): string => `\`${text}\``;

/** A table whose cells cannot break it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

import type { CoverageRow, CreateField, Manifest } from '@arca/plugin-kit';
import { coverageRows, featureSummaries } from './coverage.js';

/** The text of `docs/coverage.md`, made of the manifests; `testOf` is what its last column says of a field. */
export function coverageMarkdown(
  manifests: readonly Manifest[],
  testOf: (field: CreateField) => string,
): string {
  const rows = coverageRows(manifests);
  return [
    '# Coverage of the create body',
    '',
    'Generated from the manifests of the built-in features. Every field of `ContainerConfig`, `HostConfig` and',
    '`NetworkingConfig` has exactly one owner, which validates it and gives it its effect: in places of the OCI spec,',
    'or elsewhere as the table says. The last column is the test from outside that reads the effect. `GET /arca/coverage`',
    'answers the same for the features that a daemon has loaded.',
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
    ...table(
      ['Field', 'Feature', 'CLI', 'Effect', 'Test'],
      rows.map((row) => [...cellsOf(row), testOf(row.field as CreateField)]),
    ),
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

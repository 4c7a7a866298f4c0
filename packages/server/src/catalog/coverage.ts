import type { CoverageRow, Manifest } from '@arca/plugin-kit';

/** Which feature owns which field and where the field has its effect, in the order of the fields' names. */
export function coverageRows(manifests: readonly Manifest[]): CoverageRow[] {
  return manifests
    .flatMap((manifest) => manifest.owns.map((field) => rowOf(manifest, field)))
    .toSorted((a, b) => (a.field < b.field ? -1 : 1));
}

function rowOf(manifest: Manifest, field: Manifest['owns'][number]): CoverageRow {
  const effect = manifest.effects?.[field] ?? '';
  // A field whose effect is elsewhere has none in the feature's rooms.
  const rooms =
    effect === ''
      ? [...(manifest.writes ?? []), ...(manifest.offers ?? []), ...(manifest.overrides ?? [])]
      : [];
  return { field, feature: manifest.id, rooms, flag: manifest.flags?.[field] ?? '', effect };
}

/** The features as the table of `docs/coverage.md` lists them. */
export const featureSummaries = (manifests: readonly Manifest[]): { id: string; summary: string }[] =>
  manifests.map(({ id, summary }) => ({ id, summary })).toSorted((a, b) => (a.id < b.id ? -1 : 1));

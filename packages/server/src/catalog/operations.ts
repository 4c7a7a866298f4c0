import type { ArcaCoverageItem, ArcaProvenance } from '@arca/api';
import {
  createRequestParts,
  type Catalog,
  type Containers,
  type CoverageRow,
  type OperationFunction,
  type Provenance,
} from '@arca/plugin-kit';

/** `GET /arca/coverage`: every field of the create body with its owner. */
export const coverage =
  (catalog: Catalog): OperationFunction<'ArcaCoverage'> =>
  async () =>
    catalog.coverage().map(coverageItem);

/** `GET /arca/containers/{id}/spec`: the OCI spec of a container and where its values come from. */
export const containerSpec =
  (containers: Containers): OperationFunction<'ArcaContainerSpec'> =>
  async ({ params: { id } }) => {
    const { spec, provenance } = await containers.spec(id);
    return { Spec: { ...spec }, Provenance: origins(provenance) };
  };

/** `POST /arca/containers/explain`: the same for a create body, creating nothing. */
export const containerExplain =
  (containers: Containers): OperationFunction<'ArcaContainerExplain'> =>
  async ({ body }, { apiVersion }) => {
    const { spec, provenance, warnings } = await containers.explain({
      ...createRequestParts(body),
      apiVersion,
    });
    return { Spec: { ...spec }, Provenance: origins(provenance), Warnings: warnings };
  };

const coverageItem = ({ field, feature, rooms, flag, effect }: CoverageRow): ArcaCoverageItem => ({
  Field: field,
  Plugin: feature,
  Rooms: rooms,
  Flags: flag === '' ? [] : flag.split(/,\s*/),
  ...(effect !== '' && { Effect: effect }),
});

const origins = (provenance: Provenance): ArcaProvenance =>
  Object.fromEntries(
    Object.entries(provenance).map(([room, { feature, field, value }]) => [
      room,
      { Plugin: feature, Field: field, ...(value !== undefined && { Value: value }) },
    ]),
  );

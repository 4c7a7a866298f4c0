import { strict as assert } from 'node:assert';
import { parseClaim } from '@arca/oci-spec';
import { ArcaError } from '../errors.js';
import type { AnyFeature } from '../feature.js';
import type { CreateBody, CreateField } from '../fields.js';
import type { Manifest } from '../manifest.js';
import type { FeatureCase, Message, UpdateCase } from './feature-case.js';
import { exercisedFields, RoundTrip, type TestedFeature, type WrittenRooms } from './round-trip.js';

/** The two functions of a test runner; mocha, Jest and Vitest have them as globals. */
interface Runner {
  describe(title: string, suite: () => void): void;
  it(title: string, test: () => void): void;
}

/**
 * Makes a suite of a feature: for each case the whole round trip, request → `defaults` → `validate` → `adapt` → `spec`
 * → `update` → `inspect`, in memory. It also fails when no case gives some owned field a value, when a claimed room is
 * never written, when a hook writes a room or changes a field that is not the feature's, or looks at one that the
 * manifest does not declare.
 */
export function describeFeature(
  feature: AnyFeature,
  cases: readonly FeatureCase[],
  runner: Runner = globalThis as unknown as Runner,
): void {
  const tested = feature as TestedFeature;
  const { manifest } = tested;
  runner.describe(`feature ${manifest.id}`, () => {
    for (const given of cases) runner.it(given.name, () => runCase(tested, given));
    runner.it('has a case for every field that it owns', () => {
      const exercised = new Set(cases.flatMap((given) => exercisedFields(given, manifest.owns)));
      assert.deepEqual(
        manifest.owns.filter((field) => !exercised.has(field)),
        [],
        'fields without a case',
      );
    });
    runner.it('has a case for every room that it claims', () => {
      assert.deepEqual(unusedClaims(tested, cases), [], 'claimed rooms that no case writes');
    });
  });
}

function runCase(feature: TestedFeature, given: FeatureCase): void {
  const trip = new RoundTrip(feature, given);
  if (given.invalid !== undefined) return throwsInvalid(() => trip.create(), given.invalid);
  const { body, warnings } = trip.create();
  if (given.completed) includes(body, given.completed);
  if (given.warnings) assert.deepEqual(warnings, given.warnings);
  if (given.specError !== undefined) return void throwsMessage(() => trip.spec(body), given.specError);
  const written = trip.spec(body);
  assert.deepEqual(trip.spec(body), written, 'spec is not a pure function');
  checkOrigins(feature.manifest, written);
  checkWritten(given, written);
  if (given.update) checkUpdate(trip, body, given.update);
  const inspected = trip.inspect(body);
  if (given.inspect) includes(inspected, given.inspect);
  const listed = trip.list(body);
  if (given.list) includes(listed, given.list);
}

function checkWritten(given: FeatureCase, written: WrittenRooms): void {
  if (given.rooms) assert.deepEqual(written.rooms, given.rooms);
  if (given.provenance) assert.deepEqual(written.provenance, given.provenance);
  if (given.files) assert.deepEqual(written.files, given.files);
  if (given.directories) assert.deepEqual(written.directories, given.directories);
}

function checkUpdate(trip: RoundTrip, current: CreateBody, update: UpdateCase): void {
  if (update.invalid !== undefined)
    return void throwsMessage(() => trip.update(current, update), update.invalid);
  const { body, resources, warnings } = trip.update(current, update);
  if (update.completed) includes(body, update.completed);
  if (update.warnings) assert.deepEqual(warnings, update.warnings);
  if (update.resources) assert.deepEqual(resources, update.resources);
}

/** Provenance names fields that the feature may look at. */
function checkOrigins({ id, owns, reads = [], uses = [] }: Manifest, { provenance }: WrittenRooms): void {
  for (const [room, field] of Object.entries(provenance)) {
    const known = field === 'default' || [...owns, ...reads, ...uses].includes(field as CreateField);
    assert.ok(known, `${id} says that ${room} comes from ${field}, which it neither owns nor reads`);
  }
}

function unusedClaims(feature: TestedFeature, cases: readonly FeatureCase[]): string[] {
  const { writes = [], offers = [] } = feature.manifest;
  const written = cases.flatMap((given) => {
    if (given.invalid !== undefined || given.specError !== undefined) return [];
    const trip = new RoundTrip(feature, given);
    return Object.keys(trip.spec(trip.create().body).rooms);
  });
  return [...writes, ...offers].filter((text) => {
    const claim = parseClaim(text);
    if (!claim || claim.kind === 'single') return !written.includes(text);
    const prefix = claim.kind === 'key' ? `${claim.room}[${claim.key}]` : `${claim.room}[`;
    return !written.some((room) => (claim.kind === 'key' ? room === prefix : room.startsWith(prefix)));
  });
}

function throwsInvalid(call: () => unknown, message: Message): void {
  const error = throwsMessage(call, message);
  assert.ok(error instanceof ArcaError, `not an ArcaError: ${String(error)}`);
  assert.equal(error.kind, 'InvalidParameter');
}

function throwsMessage(call: () => unknown, message: Message): unknown {
  let thrown: unknown;
  assert.throws(call, (error: unknown) => {
    thrown = error;
    return true;
  });
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  if (typeof message === 'string') assert.equal(text, message);
  else assert.match(text, message);
  return thrown;
}

/** Compares the members of `actual` that `expected` has. */
function includes(actual: unknown, expected: unknown): void {
  assert.deepEqual(picked(actual, expected), expected);
}

function picked(actual: unknown, expected: unknown): unknown {
  if (!isPlain(actual) || !isPlain(expected)) return actual;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, picked(actual[key], expected[key])]));
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

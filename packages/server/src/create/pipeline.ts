import type { Agent, HostInfo } from '@arca/agent-proto';
import type { ContainerUpdateRequest } from '@arca/api';
import {
  completeBody,
  type CheckContext,
  type ContainerRecord,
  type CreateBody,
  type CreateContext,
  type CreateRequest,
  type Explanation,
  type ImageFacts,
} from '@arca/plugin-kit';
import { hookFailure } from '../kernel/failure.js';
import type { Host } from '../kernel/host.js';
import type { Kernel } from '../kernel/kernel.js';
import { refuseDisabledFields } from './disabled-fields.js';
import { PipelineImages, type Accounts } from './images.js';
import { buildSpec, type BuiltSpec } from './spec-builder.js';
import { applyUpdate, type UpdateResult } from './update.js';

/** A create request after defaults, validation, adaptation and checks. */
export interface CompletedRequest {
  body: CreateBody;
  image: ImageFacts;
  /** `linux` */
  platform: string;
  warnings: string[];
}

/** What stands for the container's id and directory in a dry run. */
const noId = '0'.repeat(64);
const noDirectory = '<container directory>';

type Draft = CompletedRequest & { context: CreateContext };

/** From a request to a complete create body, and from that to an OCI spec. Everything here is without effects. */
export class Pipeline {
  readonly #images: PipelineImages;

  /** `apiVersion` is the newest one, for what no client asks for. */
  constructor(
    private readonly kernel: Pick<Kernel, 'features'>,
    agent: Pick<Agent, 'images'>,
    private readonly host: Pick<Host, 'info'>,
    private readonly apiVersion: string,
  ) {
    this.#images = new PipelineImages(agent);
  }

  /**
   * The request's body with the image's and the features' defaults, validated, adapted to the host and checked. `id` is
   * the id of the container to be. Throws NotFound for the image, InvalidParameter or Forbidden for the request.
   */
  async complete(request: CreateRequest, id: string): Promise<CompletedRequest> {
    const { context, ...completed } = await this.#draft(request, id);
    await this.#check(context, completed.body, request.name ?? '');
    return completed;
  }

  /** All of `complete` and the `spec` hooks, creating nothing. Ids are zeros, and addresses are not assigned. */
  async explain(request: CreateRequest): Promise<Explanation> {
    const { context, body, warnings } = await this.#draft(request, noId);
    const { spec, provenance } = await this.#dryRun(context, body, request.name ?? '');
    await this.#check(context, body, request.name ?? '');
    return { spec, provenance, warnings };
  }

  /** The `spec` hooks with `record.runtime`; `accounts` are the container's own passwd and group files. */
  async buildSpec(record: ContainerRecord, accounts: Accounts): Promise<BuiltSpec> {
    const [host, image] = await Promise.all([this.host.info(), this.#images.of(record.image)]);
    return buildSpec(this.kernel.features, {
      body: record.body,
      host,
      image,
      container: record,
      made: record.made ?? {},
      runtimes: record.runtime,
      accounts,
      directory: record.directory,
    });
  }

  /** passwd and group of an image: those of a container that has never run. */
  accounts(imageId: string): Promise<Accounts> {
    return this.#images.accounts(imageId);
  }

  /** The record's body with the changes, validated, adapted and checked, and what to set on a running container. */
  async update(
    record: ContainerRecord,
    changes: ContainerUpdateRequest,
    running: boolean,
  ): Promise<UpdateResult> {
    const [host, image] = await Promise.all([this.host.info(), this.#images.of(record.image)]);
    const result = applyUpdate(this.kernel.features, record.body, changes, { host, running });
    const context = this.#context(host, image, record.id, this.apiVersion, result.warnings);
    await this.#check(context, result.body, record.name);
    return result;
  }

  async #draft(request: CreateRequest, id: string): Promise<Draft> {
    const host = await this.host.info();
    const requested = completeBody(request);
    refuseDisabledFields(this.kernel.features, requested);
    const reference = requested.Config.Image ?? '';
    const image = await this.#images.resolve(reference, request.platform ?? '', host.architecture);
    const warnings = [...image.warnings];
    const context = this.#context(host, image.facts, id, request.apiVersion, warnings);
    const body = this.#runPureHooks(requested, context);
    return { body, image: image.facts, platform: image.facts.os, warnings, context };
  }

  #runPureHooks(requested: CreateBody, context: CreateContext): CreateBody {
    const { features } = this.kernel;
    features.each('defaults', ({ hooks }) => hooks.defaults(requested, context));
    features.each('validate', ({ hooks }) => hooks.validate(requested, context));
    features.each('adapt', ({ hooks }) => hooks.adapt(requested, context));
    // Hooks may leave fields undefined; answers show them at their zero value.
    return completeBody(requested);
  }

  #context(
    host: HostInfo,
    image: ImageFacts,
    id: string,
    apiVersion: string,
    warnings: string[],
  ): CreateContext {
    return { host, image, id, apiVersion, warn: (message) => void warnings.push(message) };
  }

  async #dryRun(context: CreateContext, body: CreateBody, name: string): Promise<BuiltSpec> {
    const { host, image, id } = context;
    const accounts = await this.#images.accounts(image.id);
    const container = { id, name };
    return buildSpec(this.kernel.features, {
      body,
      host,
      image,
      container,
      made: {},
      runtimes: {},
      accounts,
      directory: noDirectory,
    });
  }

  /** `check` hooks run side by side; the failure of the first by order is the answer's. */
  async #check(context: CreateContext, body: CreateBody, name: string): Promise<void> {
    const features = this.kernel.features.having('check');
    if (features.length === 0) return;
    const { spec, provenance } = await this.#dryRun(context, body, name);
    const checkContext: CheckContext = { ...context, spec, provenance };
    const results = await Promise.allSettled(
      features.map(async ({ hooks }) => hooks.check(body, checkContext)),
    );
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') throw hookFailure(result.reason, features[index]!, 'check');
    }
  }
}

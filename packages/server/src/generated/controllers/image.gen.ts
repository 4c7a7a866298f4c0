// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import type { Readable } from 'node:stream';
import { Get, Post, Delete } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Consumes, Header, Path, Query, Request } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  BuildInfo,
  BuildPruneResponse,
  ContainerConfig,
  CreateImageInfo,
  ErrorResponse,
  IDResponse,
  ImageDeleteResponseItem,
  ImageHistoryResponseItem,
  ImageInspect,
  ImagePruneResponse,
  ImageSearchResponseItem,
  ImageSummary,
  Int,
  Int64,
  JsonText,
  PushImageInfo,
} from '../models.gen.js';

@Route()
@Tags('Image')
export class ImageController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/images/json')
  @OperationId('ImageList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  imageList(
    @Query() all?: boolean,
    @Query() filters?: JsonText,
    @Query('shared-size') sharedSize?: boolean,
    @Query() digests?: boolean,
    @Query() manifests?: boolean,
  ): Promise<ImageSummary[]> {
    return this.dispatcher.dispatch('ImageList', { all, filters, 'shared-size': sharedSize, digests, manifests }, undefined);
  }

  @Post('/build')
  @OperationId('ImageBuild')
  @Consumes('application/x-tar')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  imageBuild(
    @Request() body: Readable,
    @Query() dockerfile?: string,
    @Query() t?: string[],
    @Query() extrahosts?: string[],
    @Query() remote?: string,
    @Query() q?: boolean,
    @Query() nocache?: boolean,
    @Query() cachefrom?: JsonText,
    @Query() pull?: boolean,
    @Query() rm?: boolean,
    @Query() forcerm?: boolean,
    @Query() memory?: Int,
    @Query() memswap?: Int,
    @Query() cpushares?: Int,
    @Query() cpusetcpus?: string,
    @Query() cpuperiod?: Int,
    @Query() cpuquota?: Int,
    @Query() buildargs?: JsonText,
    @Query() shmsize?: Int,
    @Query() squash?: boolean,
    @Query() labels?: JsonText,
    @Query() networkmode?: string,
    @Header('X-Registry-Config') xRegistryConfig?: string,
    @Query() platform?: string,
    @Query() target?: string,
    @Query() outputs?: JsonText,
    @Query() version?: '1' | '2',
    @Query() cpusetmems?: string,
    @Query() cgroupparent?: string,
    @Query() isolation?: 'default' | 'process' | 'hyperv' | '',
    @Query() ulimits?: JsonText,
    @Query() securityopt?: string[],
    @Query() session?: string,
    @Query() buildid?: string,
  ): Promise<BuildInfo> {
    return this.dispatcher.dispatch('ImageBuild', { dockerfile, t, extrahosts, remote, q, nocache, cachefrom, pull, rm, forcerm, memory, memswap, cpushares, cpusetcpus, cpuperiod, cpuquota, buildargs, shmsize, squash, labels, networkmode, 'X-Registry-Config': xRegistryConfig, platform, target, outputs, version, cpusetmems, cgroupparent, isolation, ulimits, securityopt, session, buildid }, body);
  }

  @Post('/build/prune')
  @OperationId('BuildPrune')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  buildPrune(
    @Query('keep-storage') keepStorage?: Int64,
    @Query('reserved-space') reservedSpace?: Int64,
    @Query('max-used-space') maxUsedSpace?: Int64,
    @Query('min-free-space') minFreeSpace?: Int64,
    @Query() all?: boolean,
    @Query() filters?: JsonText,
  ): Promise<BuildPruneResponse> {
    return this.dispatcher.dispatch('BuildPrune', { 'keep-storage': keepStorage, 'reserved-space': reservedSpace, 'max-used-space': maxUsedSpace, 'min-free-space': minFreeSpace, all, filters }, undefined);
  }

  @Post('/images/create')
  @OperationId('ImageCreate')
  @Consumes('application/octet-stream')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  imageCreate(
    @Request() body: Readable,
    @Query() fromImage?: string,
    @Query() fromSrc?: string,
    @Query() repo?: string,
    @Query() tag?: string,
    @Query() message?: string,
    @Header('X-Registry-Auth') xRegistryAuth?: string,
    @Query() changes?: string[],
    @Query() platform?: string,
  ): Promise<CreateImageInfo> {
    return this.dispatcher.dispatch('ImageCreate', { fromImage, fromSrc, repo, tag, message, 'X-Registry-Auth': xRegistryAuth, changes, platform }, body);
  }

  @Get('/images/{name}/json')
  @OperationId('ImageInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  imageInspect(
    @Path() name: string,
    @Query() manifests?: boolean,
    @Query() platform?: JsonText,
  ): Promise<ImageInspect> {
    return this.dispatcher.dispatch('ImageInspect', { name, manifests, platform }, undefined);
  }

  @Get('/images/{name}/history')
  @OperationId('ImageHistory')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  imageHistory(
    @Path() name: string,
    @Query() platform?: JsonText,
  ): Promise<ImageHistoryResponseItem[]> {
    return this.dispatcher.dispatch('ImageHistory', { name, platform }, undefined);
  }

  @Post('/images/{name}/push')
  @OperationId('ImagePush')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  imagePush(
    @Path() name: string,
    @Header('X-Registry-Auth') xRegistryAuth: string,
    @Query() tag?: string,
    @Query() platform?: JsonText,
  ): Promise<PushImageInfo> {
    return this.dispatcher.dispatch('ImagePush', { name, tag, platform, 'X-Registry-Auth': xRegistryAuth }, undefined);
  }

  @Post('/images/{name}/tag')
  @OperationId('ImageTag')
  @SuccessResponse(201, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  imageTag(
    @Path() name: string,
    @Query() repo?: string,
    @Query() tag?: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('ImageTag', { name, repo, tag }, undefined);
  }

  @Delete('/images/{name}')
  @OperationId('ImageDelete')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  imageDelete(
    @Path() name: string,
    @Query() force?: boolean,
    @Query() noprune?: boolean,
    @Query() platforms?: JsonText[],
  ): Promise<ImageDeleteResponseItem[]> {
    return this.dispatcher.dispatch('ImageDelete', { name, force, noprune, platforms }, undefined);
  }

  @Get('/images/search')
  @OperationId('ImageSearch')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  imageSearch(
    @Query() term: string,
    @Query() limit?: Int,
    @Query() filters?: JsonText,
  ): Promise<ImageSearchResponseItem[]> {
    return this.dispatcher.dispatch('ImageSearch', { term, limit, filters }, undefined);
  }

  @Post('/images/prune')
  @OperationId('ImagePrune')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  imagePrune(
    @Query() filters?: JsonText,
  ): Promise<ImagePruneResponse> {
    return this.dispatcher.dispatch('ImagePrune', { filters }, undefined);
  }

  @Post('/commit')
  @OperationId('ImageCommit')
  @SuccessResponse(201, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  imageCommit(
    @Query() container?: string,
    @Query() repo?: string,
    @Query() tag?: string,
    @Query() comment?: string,
    @Query() author?: string,
    @Query() pause?: boolean,
    @Query() changes?: string[],
    @Body() body?: ContainerConfig,
  ): Promise<IDResponse> {
    return this.dispatcher.dispatch('ImageCommit', { container, repo, tag, comment, author, pause, changes }, body);
  }

  @Get('/images/{name}/get')
  @OperationId('ImageGet')
  @SuccessResponse(200, '', 'application/x-tar')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  imageGet(
    @Path() name: string,
    @Query() platform?: JsonText,
  ): Promise<Readable> {
    return this.dispatcher.dispatch('ImageGet', { name, platform }, undefined);
  }

  @Get('/images/get')
  @OperationId('ImageGetAll')
  @SuccessResponse(200, '', 'application/x-tar')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  imageGetAll(
    @Query() names?: string[],
    @Query() platform?: JsonText,
  ): Promise<Readable> {
    return this.dispatcher.dispatch('ImageGetAll', { names, platform }, undefined);
  }

  @Post('/images/load')
  @OperationId('ImageLoad')
  @Consumes('application/x-tar')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  imageLoad(
    @Request() body: Readable,
    @Query() quiet?: boolean,
    @Query() platform?: JsonText,
  ): Promise<BuildInfo> {
    return this.dispatcher.dispatch('ImageLoad', { quiet, platform }, body);
  }
}

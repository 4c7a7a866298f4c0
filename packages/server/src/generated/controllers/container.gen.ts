// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import type { Readable } from 'node:stream';
import { Get, Head, Post, Put, Delete } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Consumes, Path, Query, Request } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  ContainerCreateRequest,
  ContainerCreateResponse,
  ContainerInspectResponse,
  ContainerPruneResponse,
  ContainerStatsResponse,
  ContainerSummary,
  ContainerTopResponse,
  ContainerUpdateRequest,
  ContainerUpdateResponse,
  ContainerWaitResponse,
  ErrorResponse,
  FilesystemChange,
  Int,
  JsonText,
} from '../models.gen.js';

@Route()
@Tags('Container')
export class ContainerController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/containers/json')
  @OperationId('ContainerList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  containerList(
    @Query() all?: boolean,
    @Query() limit?: Int,
    @Query() size?: boolean,
    @Query() filters?: JsonText,
  ): Promise<ContainerSummary[]> {
    return this.dispatcher.dispatch('ContainerList', { all, limit, size, filters }, undefined);
  }

  /**
   * @pattern name ^/?[a-zA-Z0-9][a-zA-Z0-9_.-]+$
   */
  @Post('/containers/create')
  @OperationId('ContainerCreate')
  @SuccessResponse(201, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerCreate(
    @Body() body: ContainerCreateRequest,
    @Query() name?: string,
    @Query() platform?: string,
  ): Promise<ContainerCreateResponse> {
    return this.dispatcher.dispatch('ContainerCreate', { name, platform }, body);
  }

  @Get('/containers/{id}/json')
  @OperationId('ContainerInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerInspect(
    @Path() id: string,
    @Query() size?: boolean,
  ): Promise<ContainerInspectResponse> {
    return this.dispatcher.dispatch('ContainerInspect', { id, size }, undefined);
  }

  @Get('/containers/{id}/top')
  @OperationId('ContainerTop')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerTop(
    @Path() id: string,
    @Query() ps_args?: string,
  ): Promise<ContainerTopResponse> {
    return this.dispatcher.dispatch('ContainerTop', { id, ps_args }, undefined);
  }

  @Get('/containers/{id}/logs')
  @OperationId('ContainerLogs')
  @SuccessResponse(200, '', ['application/vnd.docker.raw-stream', 'application/vnd.docker.multiplexed-stream'])
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerLogs(
    @Path() id: string,
    @Query() follow?: boolean,
    @Query() stdout?: boolean,
    @Query() stderr?: boolean,
    @Query() since?: string,
    @Query() until?: string,
    @Query() timestamps?: boolean,
    @Query() tail?: string,
    @Query() details?: boolean,
  ): Promise<Readable> {
    return this.dispatcher.dispatch('ContainerLogs', { id, follow, stdout, stderr, since, until, timestamps, tail, details }, undefined);
  }

  @Get('/containers/{id}/changes')
  @OperationId('ContainerChanges')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerChanges(
    @Path() id: string,
  ): Promise<FilesystemChange[] | null> {
    return this.dispatcher.dispatch('ContainerChanges', { id }, undefined);
  }

  @Get('/containers/{id}/export')
  @OperationId('ContainerExport')
  @SuccessResponse(200, '', 'application/octet-stream')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerExport(
    @Path() id: string,
  ): Promise<Readable> {
    return this.dispatcher.dispatch('ContainerExport', { id }, undefined);
  }

  @Get('/containers/{id}/stats')
  @OperationId('ContainerStats')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerStats(
    @Path() id: string,
    @Query() stream?: boolean,
    @Query('one-shot') oneShot?: boolean,
  ): Promise<ContainerStatsResponse> {
    return this.dispatcher.dispatch('ContainerStats', { id, stream, 'one-shot': oneShot }, undefined);
  }

  @Post('/containers/{id}/resize')
  @OperationId('ContainerResize')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerResize(
    @Path() id: string,
    @Query() h: Int,
    @Query() w: Int,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerResize', { id, h, w }, undefined);
  }

  @Post('/containers/{id}/start')
  @OperationId('ContainerStart')
  @SuccessResponse(204, '')
  @Response<void>(304, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerStart(
    @Path() id: string,
    @Query() detachKeys?: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerStart', { id, detachKeys }, undefined);
  }

  @Post('/containers/{id}/stop')
  @OperationId('ContainerStop')
  @SuccessResponse(204, '')
  @Response<void>(304, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerStop(
    @Path() id: string,
    @Query() signal?: string,
    @Query() t?: Int,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerStop', { id, signal, t }, undefined);
  }

  @Post('/containers/{id}/restart')
  @OperationId('ContainerRestart')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerRestart(
    @Path() id: string,
    @Query() signal?: string,
    @Query() t?: Int,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerRestart', { id, signal, t }, undefined);
  }

  @Post('/containers/{id}/kill')
  @OperationId('ContainerKill')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerKill(
    @Path() id: string,
    @Query() signal?: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerKill', { id, signal }, undefined);
  }

  @Post('/containers/{id}/update')
  @OperationId('ContainerUpdate')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerUpdate(
    @Path() id: string,
    @Body() body: ContainerUpdateRequest,
  ): Promise<ContainerUpdateResponse> {
    return this.dispatcher.dispatch('ContainerUpdate', { id }, body);
  }

  @Post('/containers/{id}/rename')
  @OperationId('ContainerRename')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerRename(
    @Path() id: string,
    @Query() name: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerRename', { id, name }, undefined);
  }

  @Post('/containers/{id}/pause')
  @OperationId('ContainerPause')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerPause(
    @Path() id: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerPause', { id }, undefined);
  }

  @Post('/containers/{id}/unpause')
  @OperationId('ContainerUnpause')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerUnpause(
    @Path() id: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerUnpause', { id }, undefined);
  }

  @Post('/containers/{id}/attach')
  @OperationId('ContainerAttach')
  @Response<void>(101, '')
  @SuccessResponse(200, '', ['application/vnd.docker.raw-stream', 'application/vnd.docker.multiplexed-stream'])
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerAttach(
    @Path() id: string,
    @Query() detachKeys?: string,
    @Query() logs?: boolean,
    @Query() stream?: boolean,
    @Query() stdin?: boolean,
    @Query() stdout?: boolean,
    @Query() stderr?: boolean,
  ): Promise<Readable> {
    return this.dispatcher.dispatch('ContainerAttach', { id, detachKeys, logs, stream, stdin, stdout, stderr }, undefined);
  }

  @Get('/containers/{id}/attach/ws')
  @OperationId('ContainerAttachWebsocket')
  @Response<void>(101, '')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerAttachWebsocket(
    @Path() id: string,
    @Query() detachKeys?: string,
    @Query() logs?: boolean,
    @Query() stream?: boolean,
    @Query() stdin?: boolean,
    @Query() stdout?: boolean,
    @Query() stderr?: boolean,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerAttachWebsocket', { id, detachKeys, logs, stream, stdin, stdout, stderr }, undefined);
  }

  @Post('/containers/{id}/wait')
  @OperationId('ContainerWait')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerWait(
    @Path() id: string,
    @Query() condition?: 'not-running' | 'next-exit' | 'removed',
  ): Promise<ContainerWaitResponse> {
    return this.dispatcher.dispatch('ContainerWait', { id, condition }, undefined);
  }

  @Delete('/containers/{id}')
  @OperationId('ContainerDelete')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerDelete(
    @Path() id: string,
    @Query() v?: boolean,
    @Query() force?: boolean,
    @Query() link?: boolean,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerDelete', { id, v, force, link }, undefined);
  }

  @Get('/containers/{id}/archive')
  @OperationId('ContainerArchive')
  @SuccessResponse(200, '', 'application/x-tar')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerArchive(
    @Path() id: string,
    @Query() path: string,
  ): Promise<Readable> {
    return this.dispatcher.dispatch('ContainerArchive', { id, path }, undefined);
  }

  @Head('/containers/{id}/archive')
  @OperationId('ContainerArchiveInfo')
  @SuccessResponse<{ 'X-Docker-Container-Path-Stat': string }>(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  containerArchiveInfo(
    @Path() id: string,
    @Query() path: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('ContainerArchiveInfo', { id, path }, undefined);
  }

  @Put('/containers/{id}/archive')
  @OperationId('PutContainerArchive')
  @Consumes('application/x-tar')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(403, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  putContainerArchive(
    @Path() id: string,
    @Query() path: string,
    @Request() body: Readable,
    @Query() noOverwriteDirNonDir?: boolean,
    @Query() copyUIDGID?: boolean,
  ): Promise<void> {
    return this.dispatcher.dispatch('PutContainerArchive', { id, path, noOverwriteDirNonDir, copyUIDGID }, body);
  }

  @Post('/containers/prune')
  @OperationId('ContainerPrune')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerPrune(
    @Query() filters?: JsonText,
  ): Promise<ContainerPruneResponse> {
    return this.dispatcher.dispatch('ContainerPrune', { filters }, undefined);
  }
}

// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import { Get, Post } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Path, Query } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  ArcaContainerExplainResponse,
  ArcaContainerSpecResponse,
  ArcaCoverageItem,
  ContainerCreateRequest,
  ErrorResponse,
  Int,
  JsonText,
} from '../models.gen.js';

@Route()
@Tags('Arca')
export class ArcaController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/arca/containers/{id}/spec')
  @OperationId('ArcaContainerSpec')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  arcaContainerSpec(
    @Path() id: string,
  ): Promise<ArcaContainerSpecResponse> {
    return this.dispatcher.dispatch('ArcaContainerSpec', { id }, undefined);
  }

  @Post('/arca/containers/explain')
  @OperationId('ArcaContainerExplain')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  arcaContainerExplain(
    @Body() body: ContainerCreateRequest,
  ): Promise<ArcaContainerExplainResponse> {
    return this.dispatcher.dispatch('ArcaContainerExplain', {}, body);
  }

  @Get('/arca/coverage')
  @OperationId('ArcaCoverage')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  arcaCoverage(): Promise<ArcaCoverageItem[]> {
    return this.dispatcher.dispatch('ArcaCoverage', {}, undefined);
  }

  @Get('/arca/metrics')
  @OperationId('ArcaMetrics')
  @SuccessResponse(200, '', 'text/plain')
  @Response<ErrorResponse>(500, '')
  arcaMetrics(): Promise<string> {
    return this.dispatcher.dispatch('ArcaMetrics', {}, undefined);
  }

  @Post('/grpc')
  @OperationId('BuildKitGrpc')
  @Response<void>(101, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  buildKitGrpc(): Promise<void> {
    return this.dispatcher.dispatch('BuildKitGrpc', {}, undefined);
  }

  @Get('/arca/exec/{id}/ws')
  @OperationId('ArcaExecWebsocket')
  @Response<void>(101, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(403, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  arcaExecWebsocket(
    @Path() id: string,
    @Query() detachKeys?: string,
    @Query() h?: Int,
    @Query() w?: Int,
  ): Promise<void> {
    return this.dispatcher.dispatch('ArcaExecWebsocket', { id, detachKeys, h, w }, undefined);
  }

  @Get('/arca/containers/{id}/logs/ws')
  @OperationId('ArcaContainerLogsWebsocket')
  @Response<void>(101, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(403, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(501, '')
  arcaContainerLogsWebsocket(
    @Path() id: string,
    @Query() follow?: boolean,
    @Query() stdout?: boolean,
    @Query() stderr?: boolean,
    @Query() since?: string,
    @Query() until?: string,
    @Query() timestamps?: boolean,
    @Query() tail?: string,
    @Query() details?: boolean,
  ): Promise<void> {
    return this.dispatcher.dispatch('ArcaContainerLogsWebsocket', { id, follow, stdout, stderr, since, until, timestamps, tail, details }, undefined);
  }

  @Get('/arca/events/ws')
  @OperationId('ArcaEventsWebsocket')
  @Response<void>(101, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(403, '')
  @Response<ErrorResponse>(500, '')
  arcaEventsWebsocket(
    @Query() since?: string,
    @Query() until?: string,
    @Query() filters?: JsonText,
  ): Promise<void> {
    return this.dispatcher.dispatch('ArcaEventsWebsocket', { since, until, filters }, undefined);
  }
}

// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import type { Readable } from 'node:stream';
import { Get, Post } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Path, Query } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  ErrorResponse,
  ExecConfig,
  ExecInspectResponse,
  ExecStartConfig,
  IDResponse,
  Int,
} from '../models.gen.js';

@Route()
@Tags('Exec')
export class ExecController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('/containers/{id}/exec')
  @OperationId('ContainerExec')
  @SuccessResponse(201, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  containerExec(
    @Path() id: string,
    @Body() body: ExecConfig,
  ): Promise<IDResponse> {
    return this.dispatcher.dispatch('ContainerExec', { id }, body);
  }

  @Post('/exec/{id}/start')
  @OperationId('ExecStart')
  @Response<void>(101, '')
  @SuccessResponse(200, '', ['application/vnd.docker.raw-stream', 'application/vnd.docker.multiplexed-stream'])
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  execStart(
    @Path() id: string,
    @Body() body?: ExecStartConfig,
  ): Promise<Readable> {
    return this.dispatcher.dispatch('ExecStart', { id }, body);
  }

  @Post('/exec/{id}/resize')
  @OperationId('ExecResize')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  execResize(
    @Path() id: string,
    @Query() h: Int,
    @Query() w: Int,
  ): Promise<void> {
    return this.dispatcher.dispatch('ExecResize', { id, h, w }, undefined);
  }

  @Get('/exec/{id}/json')
  @OperationId('ExecInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  execInspect(
    @Path() id: string,
  ): Promise<ExecInspectResponse> {
    return this.dispatcher.dispatch('ExecInspect', { id }, undefined);
  }
}

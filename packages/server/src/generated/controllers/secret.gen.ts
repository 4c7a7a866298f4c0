// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import { Get, Post, Delete } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Path, Query } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  ErrorResponse,
  IDResponse,
  Int64,
  JsonText,
  Secret,
  SecretSpec,
} from '../models.gen.js';

@Route()
@Tags('Secret')
export class SecretController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/secrets')
  @OperationId('SecretList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  secretList(
    @Query() filters?: JsonText,
  ): Promise<Secret[]> {
    return this.dispatcher.dispatch('SecretList', { filters }, undefined);
  }

  @Post('/secrets/create')
  @OperationId('SecretCreate')
  @SuccessResponse(201, '', 'application/json')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  secretCreate(
    @Body() body?: SecretSpec,
  ): Promise<IDResponse> {
    return this.dispatcher.dispatch('SecretCreate', {}, body);
  }

  @Get('/secrets/{id}')
  @OperationId('SecretInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  secretInspect(
    @Path() id: string,
  ): Promise<Secret> {
    return this.dispatcher.dispatch('SecretInspect', { id }, undefined);
  }

  @Delete('/secrets/{id}')
  @OperationId('SecretDelete')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  secretDelete(
    @Path() id: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('SecretDelete', { id }, undefined);
  }

  @Post('/secrets/{id}/update')
  @OperationId('SecretUpdate')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  secretUpdate(
    @Path() id: string,
    @Query() version: Int64,
    @Body() body?: SecretSpec,
  ): Promise<void> {
    return this.dispatcher.dispatch('SecretUpdate', { id, version }, body);
  }
}

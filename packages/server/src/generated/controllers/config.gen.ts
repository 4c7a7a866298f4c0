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
  Config,
  ConfigSpec,
  ErrorResponse,
  IDResponse,
  Int64,
  JsonText,
} from '../models.gen.js';

@Route()
@Tags('Config')
export class ConfigController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/configs')
  @OperationId('ConfigList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  configList(
    @Query() filters?: JsonText,
  ): Promise<Config[]> {
    return this.dispatcher.dispatch('ConfigList', { filters }, undefined);
  }

  @Post('/configs/create')
  @OperationId('ConfigCreate')
  @SuccessResponse(201, '', 'application/json')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  configCreate(
    @Body() body?: ConfigSpec,
  ): Promise<IDResponse> {
    return this.dispatcher.dispatch('ConfigCreate', {}, body);
  }

  @Get('/configs/{id}')
  @OperationId('ConfigInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  configInspect(
    @Path() id: string,
  ): Promise<Config> {
    return this.dispatcher.dispatch('ConfigInspect', { id }, undefined);
  }

  @Delete('/configs/{id}')
  @OperationId('ConfigDelete')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  configDelete(
    @Path() id: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('ConfigDelete', { id }, undefined);
  }

  @Post('/configs/{id}/update')
  @OperationId('ConfigUpdate')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  configUpdate(
    @Path() id: string,
    @Query() version: Int64,
    @Body() body?: ConfigSpec,
  ): Promise<void> {
    return this.dispatcher.dispatch('ConfigUpdate', { id, version }, body);
  }
}

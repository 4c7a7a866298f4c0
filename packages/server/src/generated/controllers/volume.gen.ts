// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import { Get, Post, Put, Delete } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Path, Query } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  ErrorResponse,
  Int64,
  JsonText,
  Volume,
  VolumeCreateOptions,
  VolumeListResponse,
  VolumePruneResponse,
  VolumeUpdateRequest,
} from '../models.gen.js';

@Route()
@Tags('Volume')
export class VolumeController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/volumes')
  @OperationId('VolumeList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  volumeList(
    @Query() filters?: JsonText,
  ): Promise<VolumeListResponse> {
    return this.dispatcher.dispatch('VolumeList', { filters }, undefined);
  }

  @Post('/volumes/create')
  @OperationId('VolumeCreate')
  @SuccessResponse(201, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  volumeCreate(
    @Body() body: VolumeCreateOptions,
  ): Promise<Volume> {
    return this.dispatcher.dispatch('VolumeCreate', {}, body);
  }

  @Get('/volumes/{name}')
  @OperationId('VolumeInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  volumeInspect(
    @Path() name: string,
  ): Promise<Volume> {
    return this.dispatcher.dispatch('VolumeInspect', { name }, undefined);
  }

  @Put('/volumes/{name}')
  @OperationId('VolumeUpdate')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  volumeUpdate(
    @Path() name: string,
    @Query() version: Int64,
    @Body() body?: VolumeUpdateRequest,
  ): Promise<void> {
    return this.dispatcher.dispatch('VolumeUpdate', { name, version }, body);
  }

  @Delete('/volumes/{name}')
  @OperationId('VolumeDelete')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  volumeDelete(
    @Path() name: string,
    @Query() force?: boolean,
  ): Promise<void> {
    return this.dispatcher.dispatch('VolumeDelete', { name, force }, undefined);
  }

  @Post('/volumes/prune')
  @OperationId('VolumePrune')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  volumePrune(
    @Query() filters?: JsonText,
  ): Promise<VolumePruneResponse> {
    return this.dispatcher.dispatch('VolumePrune', { filters }, undefined);
  }
}

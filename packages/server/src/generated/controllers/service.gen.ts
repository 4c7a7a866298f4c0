// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import type { Readable } from 'node:stream';
import { Get, Post, Delete } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Header, Path, Query } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  ErrorResponse,
  Int,
  JsonText,
  Service,
  ServiceCreateResponse,
  ServiceSpec,
  ServiceUpdateResponse,
} from '../models.gen.js';

@Route()
@Tags('Service')
export class ServiceController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/services')
  @OperationId('ServiceList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  serviceList(
    @Query() filters?: JsonText,
    @Query() status?: boolean,
  ): Promise<Service[]> {
    return this.dispatcher.dispatch('ServiceList', { filters, status }, undefined);
  }

  @Post('/services/create')
  @OperationId('ServiceCreate')
  @SuccessResponse(201, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(403, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  serviceCreate(
    @Body() body: ServiceSpec,
    @Header('X-Registry-Auth') xRegistryAuth?: string,
  ): Promise<ServiceCreateResponse> {
    return this.dispatcher.dispatch('ServiceCreate', { 'X-Registry-Auth': xRegistryAuth }, body);
  }

  @Get('/services/{id}')
  @OperationId('ServiceInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  serviceInspect(
    @Path() id: string,
    @Query() insertDefaults?: boolean,
  ): Promise<Service> {
    return this.dispatcher.dispatch('ServiceInspect', { id, insertDefaults }, undefined);
  }

  @Delete('/services/{id}')
  @OperationId('ServiceDelete')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  serviceDelete(
    @Path() id: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('ServiceDelete', { id }, undefined);
  }

  @Post('/services/{id}/update')
  @OperationId('ServiceUpdate')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  serviceUpdate(
    @Path() id: string,
    @Query() version: Int,
    @Body() body: ServiceSpec,
    @Query() registryAuthFrom?: 'spec' | 'previous-spec',
    @Query() rollback?: string,
    @Header('X-Registry-Auth') xRegistryAuth?: string,
  ): Promise<ServiceUpdateResponse> {
    return this.dispatcher.dispatch('ServiceUpdate', { id, version, registryAuthFrom, rollback, 'X-Registry-Auth': xRegistryAuth }, body);
  }

  @Get('/services/{id}/logs')
  @OperationId('ServiceLogs')
  @SuccessResponse(200, '', ['application/vnd.docker.raw-stream', 'application/vnd.docker.multiplexed-stream'])
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  serviceLogs(
    @Path() id: string,
    @Query() details?: boolean,
    @Query() follow?: boolean,
    @Query() stdout?: boolean,
    @Query() stderr?: boolean,
    @Query() since?: string,
    @Query() timestamps?: boolean,
    @Query() tail?: string,
  ): Promise<Readable> {
    return this.dispatcher.dispatch('ServiceLogs', { id, details, follow, stdout, stderr, since, timestamps, tail }, undefined);
  }
}

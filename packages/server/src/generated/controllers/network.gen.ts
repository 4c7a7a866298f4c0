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
  JsonText,
  Network,
  NetworkConnectRequest,
  NetworkCreateRequest,
  NetworkCreateResponse,
  NetworkDisconnectRequest,
  NetworkPruneResponse,
} from '../models.gen.js';

@Route()
@Tags('Network')
export class NetworkController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/networks')
  @OperationId('NetworkList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  networkList(
    @Query() filters?: JsonText,
  ): Promise<Network[]> {
    return this.dispatcher.dispatch('NetworkList', { filters }, undefined);
  }

  @Get('/networks/{id}')
  @OperationId('NetworkInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  networkInspect(
    @Path() id: string,
    @Query() verbose?: boolean,
    @Query() scope?: string,
  ): Promise<Network> {
    return this.dispatcher.dispatch('NetworkInspect', { id, verbose, scope }, undefined);
  }

  @Delete('/networks/{id}')
  @OperationId('NetworkDelete')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(403, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  networkDelete(
    @Path() id: string,
  ): Promise<void> {
    return this.dispatcher.dispatch('NetworkDelete', { id }, undefined);
  }

  @Post('/networks/create')
  @OperationId('NetworkCreate')
  @SuccessResponse(201, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(403, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  networkCreate(
    @Body() body: NetworkCreateRequest,
  ): Promise<NetworkCreateResponse> {
    return this.dispatcher.dispatch('NetworkCreate', {}, body);
  }

  @Post('/networks/{id}/connect')
  @OperationId('NetworkConnect')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(403, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  networkConnect(
    @Path() id: string,
    @Body() body: NetworkConnectRequest,
  ): Promise<void> {
    return this.dispatcher.dispatch('NetworkConnect', { id }, body);
  }

  @Post('/networks/{id}/disconnect')
  @OperationId('NetworkDisconnect')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(403, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  networkDisconnect(
    @Path() id: string,
    @Body() body: NetworkDisconnectRequest,
  ): Promise<void> {
    return this.dispatcher.dispatch('NetworkDisconnect', { id }, body);
  }

  @Post('/networks/prune')
  @OperationId('NetworkPrune')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(409, '')
  @Response<ErrorResponse>(500, '')
  networkPrune(
    @Query() filters?: JsonText,
  ): Promise<NetworkPruneResponse> {
    return this.dispatcher.dispatch('NetworkPrune', { filters }, undefined);
  }
}

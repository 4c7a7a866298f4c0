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
  Int64,
  JsonText,
  Node,
  NodeSpec,
} from '../models.gen.js';

@Route()
@Tags('Node')
export class NodeController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/nodes')
  @OperationId('NodeList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  nodeList(
    @Query() filters?: JsonText,
  ): Promise<Node[]> {
    return this.dispatcher.dispatch('NodeList', { filters }, undefined);
  }

  @Get('/nodes/{id}')
  @OperationId('NodeInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  nodeInspect(
    @Path() id: string,
  ): Promise<Node> {
    return this.dispatcher.dispatch('NodeInspect', { id }, undefined);
  }

  @Delete('/nodes/{id}')
  @OperationId('NodeDelete')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  nodeDelete(
    @Path() id: string,
    @Query() force?: boolean,
  ): Promise<void> {
    return this.dispatcher.dispatch('NodeDelete', { id, force }, undefined);
  }

  @Post('/nodes/{id}/update')
  @OperationId('NodeUpdate')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  nodeUpdate(
    @Path() id: string,
    @Query() version: Int64,
    @Body() body?: NodeSpec,
  ): Promise<void> {
    return this.dispatcher.dispatch('NodeUpdate', { id, version }, body);
  }
}

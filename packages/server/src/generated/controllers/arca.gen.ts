// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import { Get, Post } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Path } from '@tsoa/runtime/dist/decorators/parameter.js';
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
}

// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import { Get } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Header, Path } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  DistributionInspect,
  ErrorResponse,
} from '../models.gen.js';

@Route()
@Tags('Distribution')
export class DistributionController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/distribution/{name}/json')
  @OperationId('DistributionInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(401, '')
  @Response<ErrorResponse>(500, '')
  distributionInspect(
    @Path() name: string,
    @Header('X-Registry-Auth') xRegistryAuth?: string,
  ): Promise<DistributionInspect> {
    return this.dispatcher.dispatch('DistributionInspect', { name, 'X-Registry-Auth': xRegistryAuth }, undefined);
  }
}

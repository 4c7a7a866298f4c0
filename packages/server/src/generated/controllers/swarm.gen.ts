// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import { Get, Post } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Query } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  ErrorResponse,
  Int64,
  Swarm,
  SwarmInitRequest,
  SwarmJoinRequest,
  SwarmSpec,
  SwarmUnlockRequest,
  UnlockKeyResponse,
} from '../models.gen.js';

@Route()
@Tags('Swarm')
export class SwarmController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/swarm')
  @OperationId('SwarmInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  swarmInspect(): Promise<Swarm> {
    return this.dispatcher.dispatch('SwarmInspect', {}, undefined);
  }

  @Post('/swarm/init')
  @OperationId('SwarmInit')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  swarmInit(
    @Body() body: SwarmInitRequest,
  ): Promise<string> {
    return this.dispatcher.dispatch('SwarmInit', {}, body);
  }

  @Post('/swarm/join')
  @OperationId('SwarmJoin')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  swarmJoin(
    @Body() body: SwarmJoinRequest,
  ): Promise<void> {
    return this.dispatcher.dispatch('SwarmJoin', {}, body);
  }

  @Post('/swarm/leave')
  @OperationId('SwarmLeave')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  swarmLeave(
    @Query() force?: boolean,
  ): Promise<void> {
    return this.dispatcher.dispatch('SwarmLeave', { force }, undefined);
  }

  @Post('/swarm/update')
  @OperationId('SwarmUpdate')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  swarmUpdate(
    @Query() version: Int64,
    @Body() body: SwarmSpec,
    @Query() rotateWorkerToken?: boolean,
    @Query() rotateManagerToken?: boolean,
    @Query() rotateManagerUnlockKey?: boolean,
  ): Promise<void> {
    return this.dispatcher.dispatch('SwarmUpdate', { version, rotateWorkerToken, rotateManagerToken, rotateManagerUnlockKey }, body);
  }

  @Get('/swarm/unlockkey')
  @OperationId('SwarmUnlockkey')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  swarmUnlockkey(): Promise<UnlockKeyResponse> {
    return this.dispatcher.dispatch('SwarmUnlockkey', {}, undefined);
  }

  @Post('/swarm/unlock')
  @OperationId('SwarmUnlock')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  swarmUnlock(
    @Body() body: SwarmUnlockRequest,
  ): Promise<void> {
    return this.dispatcher.dispatch('SwarmUnlock', {}, body);
  }
}

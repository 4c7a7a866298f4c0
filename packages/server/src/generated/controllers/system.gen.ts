// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import { Get, Head, Post } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Query } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  AuthConfig,
  ErrorResponse,
  EventMessage,
  JsonText,
  SystemAuthResponse,
  SystemDataUsageResponse,
  SystemInfo,
  SystemVersion,
} from '../models.gen.js';

@Route()
@Tags('System')
export class SystemController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('/auth')
  @OperationId('SystemAuth')
  @SuccessResponse(200, '', 'application/json')
  @Response<void>(204, '')
  @Response<ErrorResponse>(401, '')
  @Response<ErrorResponse>(500, '')
  systemAuth(
    @Body() body?: AuthConfig,
  ): Promise<SystemAuthResponse> {
    return this.dispatcher.dispatch('SystemAuth', {}, body);
  }

  @Get('/info')
  @OperationId('SystemInfo')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  systemInfo(): Promise<SystemInfo> {
    return this.dispatcher.dispatch('SystemInfo', {}, undefined);
  }

  @Get('/version')
  @OperationId('SystemVersion')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  systemVersion(): Promise<SystemVersion> {
    return this.dispatcher.dispatch('SystemVersion', {}, undefined);
  }

  @Get('/_ping')
  @OperationId('SystemPing')
  @SuccessResponse<{ 'Api-Version': string; 'Builder-Version': string; 'Docker-Experimental': string; Swarm: 'inactive' | 'pending' | 'error' | 'locked' | 'active/worker' | 'active/manager'; 'Cache-Control': string; Pragma: string }>(200, '', 'text/plain')
  @Response<ErrorResponse>(500, '')
  systemPing(): Promise<string> {
    return this.dispatcher.dispatch('SystemPing', {}, undefined);
  }

  @Head('/_ping')
  @OperationId('SystemPingHead')
  @SuccessResponse<{ 'Api-Version': string; 'Builder-Version': string; 'Docker-Experimental': string; Swarm: 'inactive' | 'pending' | 'error' | 'locked' | 'active/worker' | 'active/manager'; 'Cache-Control': string; Pragma: string }>(200, '', 'text/plain')
  @Response<ErrorResponse>(500, '')
  systemPingHead(): Promise<string> {
    return this.dispatcher.dispatch('SystemPingHead', {}, undefined);
  }

  @Get('/events')
  @OperationId('SystemEvents')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  systemEvents(
    @Query() since?: string,
    @Query() until?: string,
    @Query() filters?: JsonText,
  ): Promise<EventMessage> {
    return this.dispatcher.dispatch('SystemEvents', { since, until, filters }, undefined);
  }

  @Get('/system/df')
  @OperationId('SystemDataUsage')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  systemDataUsage(
    @Query() type?: ('container' | 'image' | 'volume' | 'build-cache')[],
  ): Promise<SystemDataUsageResponse> {
    return this.dispatcher.dispatch('SystemDataUsage', { type }, undefined);
  }
}

// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import type { Readable } from 'node:stream';
import { Get, Post, Delete } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Body, Consumes, Header, Path, Query, Request } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  CreateImageInfo,
  ErrorResponse,
  Int,
  JsonText,
  Plugin,
  PluginPrivilege,
  PushImageInfo,
} from '../models.gen.js';

@Route()
@Tags('Plugin')
export class PluginController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/plugins')
  @OperationId('PluginList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  pluginList(
    @Query() filters?: JsonText,
  ): Promise<Plugin[]> {
    return this.dispatcher.dispatch('PluginList', { filters }, undefined);
  }

  @Get('/plugins/privileges')
  @OperationId('GetPluginPrivileges')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  getPluginPrivileges(
    @Query() remote: string,
  ): Promise<PluginPrivilege[]> {
    return this.dispatcher.dispatch('GetPluginPrivileges', { remote }, undefined);
  }

  @Post('/plugins/pull')
  @OperationId('PluginPull')
  @SuccessResponse(200, '', 'application/json')
  @Response<void>(204, '')
  @Response<ErrorResponse>(500, '')
  pluginPull(
    @Query() remote: string,
    @Query() name?: string,
    @Header('X-Registry-Auth') xRegistryAuth?: string,
    @Body() body?: PluginPrivilege[],
  ): Promise<CreateImageInfo> {
    return this.dispatcher.dispatch('PluginPull', { remote, name, 'X-Registry-Auth': xRegistryAuth }, body);
  }

  @Get('/plugins/{name}/json')
  @OperationId('PluginInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  pluginInspect(
    @Path() name: string,
  ): Promise<Plugin> {
    return this.dispatcher.dispatch('PluginInspect', { name }, undefined);
  }

  @Delete('/plugins/{name}')
  @OperationId('PluginDelete')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  pluginDelete(
    @Path() name: string,
    @Query() force?: boolean,
  ): Promise<Plugin> {
    return this.dispatcher.dispatch('PluginDelete', { name, force }, undefined);
  }

  @Post('/plugins/{name}/enable')
  @OperationId('PluginEnable')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  pluginEnable(
    @Path() name: string,
    @Query() timeout?: Int,
  ): Promise<void> {
    return this.dispatcher.dispatch('PluginEnable', { name, timeout }, undefined);
  }

  @Post('/plugins/{name}/disable')
  @OperationId('PluginDisable')
  @SuccessResponse(200, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  pluginDisable(
    @Path() name: string,
    @Query() force?: boolean,
  ): Promise<void> {
    return this.dispatcher.dispatch('PluginDisable', { name, force }, undefined);
  }

  @Post('/plugins/{name}/upgrade')
  @OperationId('PluginUpgrade')
  @SuccessResponse(200, '', 'application/json')
  @Response<void>(204, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  pluginUpgrade(
    @Path() name: string,
    @Query() remote: string,
    @Header('X-Registry-Auth') xRegistryAuth?: string,
    @Body() body?: PluginPrivilege[],
  ): Promise<CreateImageInfo> {
    return this.dispatcher.dispatch('PluginUpgrade', { name, remote, 'X-Registry-Auth': xRegistryAuth }, body);
  }

  @Post('/plugins/create')
  @OperationId('PluginCreate')
  @Consumes('application/x-tar')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(500, '')
  pluginCreate(
    @Query() name: string,
    @Request() body: Readable,
  ): Promise<void> {
    return this.dispatcher.dispatch('PluginCreate', { name }, body);
  }

  @Post('/plugins/{name}/push')
  @OperationId('PluginPush')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  pluginPush(
    @Path() name: string,
  ): Promise<PushImageInfo> {
    return this.dispatcher.dispatch('PluginPush', { name }, undefined);
  }

  @Post('/plugins/{name}/set')
  @OperationId('PluginSet')
  @SuccessResponse(204, '')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  pluginSet(
    @Path() name: string,
    @Body() body?: string[],
  ): Promise<void> {
    return this.dispatcher.dispatch('PluginSet', { name }, body);
  }
}

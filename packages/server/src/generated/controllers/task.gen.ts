// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import type { Readable } from 'node:stream';
import { Get } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Path, Query } from '@tsoa/runtime/dist/decorators/parameter.js';
import { Response, SuccessResponse } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  ErrorResponse,
  JsonText,
  Task,
} from '../models.gen.js';

@Route()
@Tags('Task')
export class TaskController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Get('/tasks')
  @OperationId('TaskList')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  taskList(
    @Query() filters?: JsonText,
  ): Promise<Task[]> {
    return this.dispatcher.dispatch('TaskList', { filters }, undefined);
  }

  @Get('/tasks/{id}')
  @OperationId('TaskInspect')
  @SuccessResponse(200, '', 'application/json')
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  taskInspect(
    @Path() id: string,
  ): Promise<Task> {
    return this.dispatcher.dispatch('TaskInspect', { id }, undefined);
  }

  @Get('/tasks/{id}/logs')
  @OperationId('TaskLogs')
  @SuccessResponse(200, '', ['application/vnd.docker.raw-stream', 'application/vnd.docker.multiplexed-stream'])
  @Response<ErrorResponse>(404, '')
  @Response<ErrorResponse>(500, '')
  @Response<ErrorResponse>(503, '')
  taskLogs(
    @Path() id: string,
    @Query() details?: boolean,
    @Query() follow?: boolean,
    @Query() stdout?: boolean,
    @Query() stderr?: boolean,
    @Query() since?: string,
    @Query() timestamps?: boolean,
    @Query() tail?: string,
  ): Promise<Readable> {
    return this.dispatcher.dispatch('TaskLogs', { id, details, follow, stdout, stderr, since, timestamps, tail }, undefined);
  }
}

// Generated from openapi/ by `npm run gen`; change the description or codegen/ instead of this file.
/* eslint-disable */

import { Post } from '@tsoa/runtime/dist/decorators/methods.js';
import { OperationId } from '@tsoa/runtime/dist/decorators/operationid.js';
import { Response } from '@tsoa/runtime/dist/decorators/response.js';
import { Route } from '@tsoa/runtime/dist/decorators/route.js';
import { Tags } from '@tsoa/runtime/dist/decorators/tags.js';
import type { Dispatcher } from '../dispatcher.gen.js';
import type {
  ErrorResponse,
} from '../models.gen.js';

@Route()
@Tags('Session')
export class SessionController {
  constructor(private readonly dispatcher: Dispatcher) {}

  @Post('/session')
  @OperationId('Session')
  @Response<void>(101, '')
  @Response<ErrorResponse>(400, '')
  @Response<ErrorResponse>(500, '')
  session(): Promise<void> {
    return this.dispatcher.dispatch('Session', {}, undefined);
  }
}

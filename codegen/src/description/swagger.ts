/** The part of Swagger 2.0 in which the facts file states the structure of Docker's API. */

export interface FactSchema {
  $ref?: string;
  type?: string;
  title?: string;
  format?: string;
  enum?: unknown[];
  default?: unknown;
  properties?: Record<string, FactSchema>;
  required?: string[];
  additionalProperties?: FactSchema | boolean;
  items?: FactSchema;
  allOf?: FactSchema[];
  'x-nullable'?: boolean;
  [key: string]: unknown;
}

export interface FactParameter extends Omit<FactSchema, 'required'> {
  name: string;
  in: 'path' | 'query' | 'header' | 'body';
  required?: boolean;
  schema?: FactSchema;
  collectionFormat?: string;
}

export interface FactResponse {
  schema?: FactSchema;
  headers?: Record<string, FactSchema>;
}

export interface FactOperation {
  operationId: string;
  tags: string[];
  consumes?: string[];
  produces?: string[];
  parameters?: FactParameter[];
  responses: Record<string, FactResponse>;
}

export interface Facts {
  apiVersion: string;
  definitions: Record<string, FactSchema>;
  paths: Record<string, Record<string, FactOperation>>;
}

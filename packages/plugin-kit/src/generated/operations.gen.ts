/* replaced by the generator */
export interface Operations {
  ContainerKill: { params: { id: string; signal?: string }; body: undefined; result: void };
}
export type OperationId = keyof Operations;
export const operationIds: readonly OperationId[] = ['ContainerKill'];

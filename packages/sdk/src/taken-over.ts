declare const takenOver: unique symbol;

/**
 * Stands in the types of operations that take the connection over. What a function gives for it depends on where it runs:
 * a `RawConnection`, in browsers a `SocketConnection`.
 */
export interface TakenOver {
  readonly [takenOver]: true;
}

/** Datagrams to sockets in the file system of the daemon's own host, which Node cannot send. */
export interface LocalDatagrams {
  /** Throws an error with the `code` of the errno: ENOENT, ECONNREFUSED. */
  connect(path: string): LocalDatagramSocket;
}

export interface LocalDatagramSocket {
  /**
   * Resolves when the receiver has it in its queue; waits while that is full. Connects again when the receiver has been
   * replaced. Rejects with EMSGSIZE for what is too large.
   */
  send(data: Uint8Array, signal: AbortSignal): Promise<void>;
  /** The same for what is too large for a datagram: sends a descriptor of sealed memory that holds it. */
  sendSealed(data: Uint8Array, signal: AbortSignal): Promise<void>;
  close(): void;
}

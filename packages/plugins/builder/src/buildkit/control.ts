import { createClient, type Client } from '@connectrpc/connect';
import { createGrpcTransport, Http2SessionManager } from '@connectrpc/connect-node';
import type { Agent } from '@arca/agent-proto';
import { connect, type ClientHttp2Session } from 'node:http2';
import { Control } from '../generated/moby/buildkit/v1/control_pb.js';

// The authority means nothing on a unix socket.
const AUTHORITY = 'http://buildkit';

/** Runs the work with a client of BuildKit's control service. */
export async function withControl<T>(
  agent: Agent,
  work: (control: Client<typeof Control>) => Promise<T>,
): Promise<T> {
  const socket = await agent.streams.buildKit();
  const sessionManager = new Http2SessionManager(AUTHORITY, {}, { createConnection: () => socket });
  const transport = createGrpcTransport({ baseUrl: AUTHORITY, sessionManager, acceptCompression: [] });
  try {
    return await work(createClient(Control, transport));
  } finally {
    sessionManager.abort();
    socket.destroy();
  }
}

/** A connection to BuildKit, for calls that are passed on as they come. The caller destroys it. */
export async function openSession(agent: Agent): Promise<ClientHttp2Session> {
  const socket = await agent.streams.buildKit();
  return connect(AUTHORITY, { createConnection: () => socket });
}

import { spawn } from 'node:child_process';
import { Duplex } from 'node:stream';

/**
 * A connection to the daemon of another host, by the system's `ssh` and that host's `docker system dial-stdio`. The path
 * of the address is that of the daemon's socket there. What ssh complains of is the error of the stream.
 */
export function dialOverSsh(address: URL): Duplex {
  const docker =
    address.pathname.length > 1 ? ['docker', '--host', `unix://${address.pathname}`] : ['docker'];
  const child = spawn(
    'ssh',
    [
      ...['-o', 'ConnectTimeout=30', '-T'],
      ...(address.username ? ['-l', decodeURIComponent(address.username)] : []),
      ...(address.port ? ['-p', address.port] : []),
      ...['--', address.hostname, ...docker, 'system', 'dial-stdio'],
    ],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => (complaint = (complaint + text.toString()).slice(-4096)));
  const stream = Duplex.from({ readable: child.stdout, writable: child.stdin }) as Duplex;
  stream.once('close', () => child.kill());
  child.once('error', (error) => stream.destroy(error));
  child.once('close', (code) => {
    if (code) stream.destroy(new Error(`ssh ended with code ${code}: ${complaint.trim()}`));
  });
  return stream;
}

import { readFile } from 'node:fs/promises';

/** What a network device has carried. */
export interface DeviceCounters {
  rxBytes: number;
  rxPackets: number;
  rxErrors: number;
  rxDropped: number;
  txBytes: number;
  txPackets: number;
  txErrors: number;
  txDropped: number;
}

/** The network devices that a process sees, by name, without the loopback device. Rejects when it has gone. */
export async function networkDevices(pid: number): Promise<Record<string, DeviceCounters>> {
  return parseNetworkDevices(await readFile(`/proc/${pid}/net/dev`, 'utf8'));
}

/** `/proc/net/dev`: two lines of titles; then a device a line: eight figures received, eight sent (proc_pid_net(5)). */
export function parseNetworkDevices(text: string): Record<string, DeviceCounters> {
  const devices: Record<string, DeviceCounters> = {};
  for (const line of text.split('\n').slice(2)) {
    const colon = line.lastIndexOf(':');
    const name = line.slice(0, colon).trim();
    if (colon === -1 || name === 'lo') continue;
    const figures = line
      .slice(colon + 1)
      .trim()
      .split(/\s+/)
      .map(Number);
    const [rxBytes = 0, rxPackets = 0, rxErrors = 0, rxDropped = 0, , , , , ...sent] = figures;
    const [txBytes = 0, txPackets = 0, txErrors = 0, txDropped = 0] = sent;
    devices[name] = {
      ...{ rxBytes, rxPackets, rxErrors, rxDropped },
      ...{ txBytes, txPackets, txErrors, txDropped },
    };
  }
  return devices;
}

import { runCommand } from '../../linux/commands.js';
import { bootedWithSystemd } from '../../linux/host.js';
import { bad, good, type CheckedFinding, type Examination } from './finding.js';

const wanted: Record<string, string> = { KillMode: 'process', Delegate: 'yes' };

/** Under systemd, containers must outlive the daemon's unit and may divide its cgroup. */
export async function supervisionFindings({ instance }: Examination): Promise<CheckedFinding[]> {
  if (!(await bootedWithSystemd())) return [];
  const unit = `${instance}.service`;
  const { code, stdout } = await runCommand('systemctl', [
    'show',
    unit,
    '-p',
    'LoadState',
    '-p',
    'KillMode',
    '-p',
    'Delegate',
  ]);
  const properties = Object.fromEntries(
    stdout.split('\n').map((line) => line.split('=', 2) as [string, string]),
  );
  if (code !== 0 || properties.LoadState !== 'loaded') return [good('systemd', `no unit ${unit}`)];
  const wrong = Object.entries(wanted).filter(([name, value]) => properties[name] !== value);
  if (wrong.length === 0) return [good('systemd', `${unit} leaves containers alone`)];
  const lines = wrong.map(([name, value]) => `${name}=${value}`).join(', ');
  return [
    bad('systemd', `${unit} ends containers with the daemon`, `systemctl edit ${unit}: [Service] ${lines}`),
  ];
}

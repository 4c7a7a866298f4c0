import { missingPrograms, programs } from '../programs.js';
import { Runtimes } from '../runtimes.js';
import { containerdVersion, shimVersion } from '../versions.js';
import { bad, good, type CheckedFinding, type Examination } from './finding.js';

/** containerd's leases with expiry and the shim's version 2 are what the agent relies on. */
const oldestContainerd = [1, 6] as const;

/** Programs that the agent starts, and OCI runtimes. */
export async function programFindings(examination: Examination): Promise<CheckedFinding[]> {
  const missing = new Set((await missingPrograms()).map(({ name }) => name));
  const plain = programs.filter(({ name }) => !name.startsWith('containerd'));
  return [
    ...(await containerdFindings()),
    ...plain.map((program) =>
      missing.has(program.name)
        ? bad(program.name, `not found: needed for ${program.purpose}`, `apt-get install ${program.package}`)
        : good(program.name, program.purpose),
    ),
    ...(await runtimeFindings(examination)),
  ];
}

async function containerdFindings(): Promise<CheckedFinding[]> {
  const found = { containerd: await containerdVersion(), 'containerd-shim-runc-v2': await shimVersion() };
  return Object.entries(found).map(([name, program]) => {
    if (!program) return bad(name, 'not found: needed for every container', 'apt-get install containerd');
    const [major = 0, minor = 0] = program.version.split('.').map((part) => Number.parseInt(part));
    const [oldestMajor, oldestMinor] = oldestContainerd;
    const enough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
    const detail = `${program.path}, version ${program.version || 'unknown'}`;
    // A version that nobody understands is most likely built from a newer source.
    if (enough || program.version === '') return good(name, detail);
    return bad(name, detail, `install containerd ${oldestContainerd.join('.')} or newer`);
  });
}

async function runtimeFindings(examination: Examination): Promise<CheckedFinding[]> {
  const runtimes = new Runtimes(examination);
  const [found, chosen] = [await runtimes.list(), await runtimes.defaultName()];
  const choice = found.find(({ name, usable }) => name === chosen && usable);
  return [
    choice
      ? good('OCI runtime', `${chosen} is the default`)
      : bad(
          'OCI runtime',
          chosen === '' ? 'none that is usable' : `${chosen}, the default, is not usable`,
          'apt-get install crun',
        ),
    ...found.map(({ name, path, version, usable, reason }) =>
      usable
        ? good(`OCI runtime ${name}`, `${path}, version ${version || 'unknown'}`)
        : bad(`OCI runtime ${name}`, `${path}: ${reason}`, 'repair it, or use another one'),
    ),
  ];
}

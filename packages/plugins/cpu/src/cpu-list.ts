/**
 * Numbers of a list in the kernel's list format (`0-2,7`, Documentation/admin-guide/cputopology.rst); undefined when it
 * is malformed or absurdly long. Ranges are bounded so that a hostile list costs nothing.
 */
export function parseCpuList(list: string): Set<number> | undefined {
  const numbers = new Set<number>();
  for (const part of list.split(',')) {
    const match = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(part);
    if (!match) return undefined;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first || last >= 8192) return undefined;
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return numbers;
}

/** Whether every number of `requested` is in `available`; undefined when `requested` is malformed. */
export function cpuListContains(available: string, requested: string): boolean | undefined {
  const wanted = parseCpuList(requested);
  const there = parseCpuList(available);
  return wanted && [...wanted].every((number) => there?.has(number));
}

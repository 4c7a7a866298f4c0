/** Names that Go, and so images and Docker's clients, have for the machines of uname(2). */
const names: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  aarch64: 'arm64',
  armv7l: 'arm',
  armv6l: 'arm',
  i686: '386',
};

/** `amd64` for `x86_64`; a name that Go shares with uname as it is. */
export const goArchitecture = (machine: string): string => names[machine] ?? machine;

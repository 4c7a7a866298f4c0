/** What a context that is a git repository names. */
export interface GitCommit {
  url: string;
  /** Branch, tag, full reference or commit. */
  reference: string;
  /** In the repository; empty: all of it. */
  directory: string;
}

/**
 * The commit that a remote context means, `URL[#[reference][:directory]]`; undefined for what is no repository. Which
 * addresses are repositories is dockerd's rule, and `ssh://`, which says so itself.
 */
export function gitCommit(remote: string): GitCommit | undefined {
  if (!/^(git:\/\/|ssh:\/\/|git@|github\.com\/)|^https?:\/\/.*\.git(#.+)?$/.test(remote)) return undefined;
  const [address = '', fragment = ''] = split(remote, '#');
  const [reference = '', directory = ''] = split(fragment, ':');
  const url = address.startsWith('github.com/') ? `https://${address}` : address;
  return { url, reference: reference || 'master', directory };
}

function split(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

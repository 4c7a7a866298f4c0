import { isIPv4 } from 'node:net';

/** 4 or 16 bytes in network order. The address must be valid; a zone is not allowed. */
export function addressBytes(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number));
  const tail = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const text = tail
    ? address.slice(0, tail.index) +
      [tail.slice(1, 3), tail.slice(3, 5)]
        .map((two) => Buffer.from(two.map(Number)).toString('hex'))
        .join(':')
    : address;
  const [left = [], right = []] = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const groups = [...left, ...new Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}

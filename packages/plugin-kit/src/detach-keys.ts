import { invalidParameter } from './errors.js';

/** The keys that follow `ctrl-`, each at the place of its code: `ctrl-@` is 0, `ctrl-a` 1, `ctrl-_` 31. */
const controls = '@abcdefghijklmnopqrstuvwxyz[\\]^_';

/** `ctrl-p,ctrl-q`: what detaches a terminal when nothing else is asked for. */
export const defaultDetachKeys: Uint8Array = Uint8Array.of(16, 17);

/**
 * The bytes of a key sequence in Docker's notation: keys separated by commas, each one character, `ctrl-<key>` or `DEL`.
 * An empty text is the default. Throws InvalidParameter `Invalid detach keys (x) provided`.
 */
export function parseDetachKeys(text: string): Uint8Array {
  if (text === '') return defaultDetachKeys;
  return Uint8Array.from(text.split(','), (key) => {
    if (key.length === 1 && key.charCodeAt(0) < 128) return key.charCodeAt(0);
    if (key === 'DEL') return 127;
    const code = /^ctrl-.$/.test(key) ? controls.indexOf(key.slice(5)) : -1;
    if (code < 0) throw invalidParameter(`Invalid detach keys (${text}) provided`, 'detach-keys.invalid');
    return code;
  });
}

/** Values of a pax header by key; those of extended attributes are bytes and no text. */
export type PaxFields = Map<string, Buffer>;

/** Text up to the first zero. */
export function parseText(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? field.length : end);
}

/** An octal number, or with the highest bit set GNU's big-endian one in two's complement. */
export function parseNumber(field: Buffer): number {
  if ((field[0]! & 0x80) === 0) {
    const text = parseText(field).trim();
    if (text === '') return 0;
    if (!/^[0-7]+$/.test(text)) throw new Error('archive/tar: invalid tar header');
    return Number.parseInt(text, 8);
  }
  const negative = (field[0]! & 0x40) !== 0;
  let value = BigInt(negative ? field[0]! - 256 : field[0]! & 0x7f);
  for (const byte of field.subarray(1)) value = value * 256n + BigInt(byte);
  return Number(value);
}

/** Records `length key=value\n`, the length counting the whole record. */
export function parsePax(body: Buffer): PaxFields {
  const fields: PaxFields = new Map();
  for (let start = 0; start < body.length;) {
    const blank = body.indexOf(32, start);
    const length = Number(body.toString('latin1', start, blank));
    const equals = body.indexOf(61, blank);
    const end = start + length;
    if (blank === -1 || equals === -1 || !(length > 0) || end > body.length || body[end - 1] !== 10)
      throw new Error('archive/tar: invalid tar header');
    fields.set(body.toString('utf8', blank + 1, equals), body.subarray(equals + 1, end - 1));
    start = end;
  }
  return fields;
}

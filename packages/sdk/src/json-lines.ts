/** The JSON values of a stream, one a line. Ending the iteration early closes the connection. */
export async function* jsonLines<T>(bytes: AsyncIterable<unknown>): AsyncGenerator<T> {
  const decoder = new TextDecoder();
  // A long line comes in very many pieces, which are put together once it is whole.
  let pieces: string[] = [];
  for await (const chunk of bytes as AsyncIterable<Uint8Array>) {
    const lines = decoder.decode(chunk, { stream: true }).split('\n');
    pieces.push(lines[0] as string);
    if (lines.length === 1) continue;
    lines[0] = pieces.join('');
    pieces = [lines.pop() as string];
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as T;
  }
  const rest = pieces.join('') + decoder.decode();
  if (rest.trim() !== '') yield JSON.parse(rest) as T;
}

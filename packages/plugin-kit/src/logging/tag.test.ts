import { expect } from 'chai';
import { containerRecord } from '../testing/index.js';
import { logTag } from './tag.js';

const refusal = (tag: string): string => {
  try {
    return `expanded: ${logTag(containerRecord({}), { tag })}`;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('tag template (unit)', () => {
  it('is refused with Go’s words', () => {
    const refused: [template: string, reason: string][] = [
      ['{{end}}', ':1: unexpected {{end}}'],
      ['{{if 1}}{{else}}{{else}}{{end}}', ':1: expected end; found {{else}}'],
      ['{{}}', ':1: missing value for command'],
      ['\n{{"a}}', ':2: unterminated quoted string'],
      ['{{break}}', ':1: {{break}} outside {{range}}'],
      ['{{(.Name}}', ':1: unclosed left paren'],
      ['{{$x}}', ':1: undefined variable "$x"'],
      ['{{if $x := 1}}{{end}}{{$x}}', ':1: undefined variable "$x"'],
      ['{{upper}}', 'at <upper>: wrong number of args for upper: want 1 got 0'],
      ['{{.Name 1}}', "at <.Name>: can't give argument to non-function .Name"],
      ['{{.Name.x}}', "at <.Name.x>: can't evaluate field x in type string"],
      ['{{call .Name}}', 'function "call" not defined'],
      ['{{constructor}}', 'function "constructor" not defined'],
      ['{{.constructor}}', "can't evaluate field constructor in type *logger.Info"],
    ];
    for (const [template, reason] of refused) {
      expect(refusal(template), template)
        .to.match(/^template: log-tag:/)
        .and.include(reason);
    }
  });
});

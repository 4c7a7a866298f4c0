import { expect } from 'chai';
import { describe, it } from 'mocha';
import { filterFlag, hasLabel, parseFilters, passesExactly, passesLabels, passesPattern } from './filters.js';

const read = (text: string | undefined, known?: string[]) => Object.fromEntries(parseFilters(text, known));
const filters = (value: object) => parseFilters(JSON.stringify(value));

describe('filters (unit)', () => {
  it('reads both forms, and nothing', () => {
    expect(read('{"name":["a","b","a"],"id":[]}')).to.deep.equal({ name: ['a', 'b'], id: [] });
    expect(read('{"name":{"a":true,"b":true}}')).to.deep.equal({ name: ['a', 'b'] });
    expect(read('{"name":null}')).to.deep.equal({ name: [] });
    for (const text of [undefined, '', '{}', 'null']) expect(read(text)).to.deep.equal({});
  });

  it('refuses what is neither', () => {
    const texts = [
      'x',
      '[]',
      '"a"',
      '1',
      '{"a":"b"}',
      '{"a":[1]}',
      '{"a":{"b":1}}',
      '{"a":["b"],"c":{"d":true}}',
    ];
    for (const text of texts) {
      expect(() => parseFilters(text), text)
        .to.throw(/^invalid filter$/)
        .with.property('kind', 'InvalidParameter');
    }
  });

  it('names an unknown filter', () => {
    expect(read('{"name":["a"]}', ['name'])).to.deep.equal({ name: ['a'] });
    expect(() => parseFilters('{"nmae":["a"]}', ['name'])).to.throw(/^invalid filter 'nmae'$/);
  });

  it('reads a filter that is true or false', () => {
    expect(filterFlag(filters({ dangling: ['true'] }), 'dangling')).to.equal(true);
    expect(filterFlag(filters({ dangling: ['0'] }), 'dangling')).to.equal(false);
    expect(filterFlag(filters({}), 'dangling')).to.equal(undefined);
    expect(() => filterFlag(filters({ dangling: ['x', 'y'] }), 'dangling')).to.throw(
      "invalid filter 'dangling=[x y]'",
    );
    expect(() => filterFlag(filters({ dangling: ['1', '0'] }), 'dangling')).to.throw(
      "invalid filter 'dangling=[1 0]'",
    );
  });

  it('compares whole texts', () => {
    const given = filters({ driver: ['bridge', 'host'], none: [] });
    expect(passesExactly(given, 'driver', 'host')).to.equal(true);
    expect(passesExactly(given, 'driver', 'hos')).to.equal(false);
    expect(passesExactly(given, 'none', 'x')).to.equal(true);
    expect(passesExactly(given, 'absent', 'x')).to.equal(true);
  });

  it('compares parts of a text by regular expressions', () => {
    const given = filters({ name: ['^/web', 'db$', '[', 'a+b'] });
    for (const text of ['/web-1', 'my-db', '[', 'aab', 'a+b'])
      expect(passesPattern(given, 'name', text), text).to.equal(true);
    for (const text of ['web-1', 'db-1', '[]'])
      expect(passesPattern(given, 'name', text), text).to.equal(false);
    expect(passesPattern(given, 'absent', 'x')).to.equal(true);
  });

  it('compares labels by key or by key and value', () => {
    const labels = { a: '1', empty: '', equation: 'x=y' };
    for (const wanted of ['a', 'a=1', 'empty', 'empty=', 'equation=x=y'])
      expect(hasLabel(labels, wanted), wanted).to.equal(true);
    for (const wanted of ['b', 'a=', 'a=2', 'toString', 'equation=x'])
      expect(hasLabel(labels, wanted), wanted).to.equal(false);
    expect(hasLabel(null, 'a')).to.equal(false);
  });

  it('wants all labels at once', () => {
    const given = filters({ label: ['a', 'b=2'] });
    expect(passesLabels(given, 'label', { a: '', b: '2' })).to.equal(true);
    expect(passesLabels(given, 'label', { a: '', b: '3' })).to.equal(false);
    expect(passesLabels(given, 'label!', null)).to.equal(true);
  });
});

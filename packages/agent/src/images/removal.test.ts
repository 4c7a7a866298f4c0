import { expect } from 'chai';
import { describe, it } from 'mocha';
import { planRemoval, type RemovalQuestion } from './removal.js';

const hex = '0123456789ab'.padEnd(64, 'c');
const imageId = `sha256:${hex}`;
const digest = `sha256:${'d'.repeat(64)}`;
const [a1, a2, b1] = ['docker.io/library/a:1', 'docker.io/library/a:2', 'docker.io/library/b:1'];
const aDigest = `docker.io/library/a@${digest}`;
const stopped = { containerId: 'f'.repeat(64), running: false };
const running = { containerId: 'e'.repeat(64), running: true };

function plan(asked: string, names: string[], more: Partial<RemovalQuestion> = {}) {
  return planRemoval({ imageId, asked, force: false, names, users: [], ...more });
}

describe('removal of images', () => {
  it('takes off one of several tags', () => {
    expect(plan('a:1', [a1, a2])).to.deep.equal({ untag: [a1], delete: false });
    expect(plan('a:1', [a1, b1, aDigest])).to.deep.equal({ untag: [a1, aDigest], delete: false });
  });

  it('deletes with the last tag, and with it the digests of its repository', () => {
    expect(plan('a:1', [a1])).to.deep.equal({ untag: [a1], delete: true });
    expect(plan('a:1', [a1, aDigest])).to.deep.equal({ untag: [a1, aDigest], delete: true });
    expect(plan(`a@${digest}`, [aDigest])).to.deep.equal({ untag: [aDigest], delete: true });
  });

  it('takes off a digest alone', () => {
    expect(plan(`a@${digest}`, [a1, aDigest])).to.deep.equal({ untag: [aDigest], delete: false });
  });

  it('deletes by id when one repository has it', () => {
    for (const asked of [imageId, hex, hex.slice(0, 5), `sha256:${hex.slice(0, 5)}`]) {
      expect(plan(asked, [a1, aDigest]), asked).to.deep.equal({ untag: [a1, aDigest], delete: true });
    }
    expect(plan(hex, [])).to.deep.equal({ untag: [], delete: true });
  });

  it('wants force for an id that several names have', () => {
    const message =
      'conflict: unable to delete 0123456789ab (must be forced) - image is referenced in multiple repositories';
    expect(() => plan(hex, [a1, b1]))
      .to.throw(message)
      .with.property('code', 'FAILED_PRECONDITION');
    expect(() => plan(hex, [a1, a2])).to.throw(message);
    expect(plan(hex, [a1, b1], { force: true })).to.deep.equal({ untag: [a1, b1], delete: true });
  });

  it('leaves an image in use when only an unused one is meant, forced or not', () => {
    for (const asked of [hex, 'a:1'])
      expect(() => plan(asked, [a1], { users: [stopped], force: true, unusedOnly: true })).to.throw(
        'is being used by',
      );
    expect(plan(hex, [a1, b1], { force: true, unusedOnly: true }).delete).to.equal(true);
  });

  it('wants force for the last tag of an image in use', () => {
    expect(() => plan('a:1', [a1], { users: [stopped] })).to.throw(
      'conflict: unable to remove repository reference "a:1" (must force) - container ffffffffffff is using its ' +
        'referenced image 0123456789ab',
    );
    expect(plan('a:1', [a1], { users: [stopped], force: true })).to.deep.equal({ untag: [a1], delete: true });
    expect(plan('a:1', [a1, a2], { users: [stopped] })).to.deep.equal({ untag: [a1], delete: false });
  });

  it('keeps the image of a running container, without a name when that is forced', () => {
    const message =
      'conflict: unable to delete 0123456789ab (cannot be forced) - image is being used by running container eeee';
    expect(() => plan(hex, [a1], { users: [stopped, running], force: true })).to.throw(message);
    expect(plan('a:1', [a1], { users: [running], force: true })).to.deep.equal({
      untag: [a1],
      delete: false,
    });
  });

  it('wants force for the id of an image of a stopped container', () => {
    const message =
      'conflict: unable to delete 0123456789ab (must be forced) - image is being used by stopped container ffff';
    expect(() => plan(hex, [a1], { users: [stopped] })).to.throw(message);
    expect(() => plan(hex, [], { users: [stopped] })).to.throw(message);
    expect(plan(hex, [a1], { users: [stopped], force: true })).to.deep.equal({ untag: [a1], delete: true });
  });
});

import { expect } from 'chai';
import { it } from 'mocha';
import { BUSYBOX } from '../../harness/busybox.js';
import { expectShape, ID } from '../../harness/shape.js';
import type { EventMessage } from '../../harness/shapes.js';
import { onEachEngine } from '../../harness/suite.js';

onEachEngine('GET /events', (suite) => {
  /** What happened to one container and its networks, in order, as "type action". */
  const story = (events: EventMessage[], id: string): string[] =>
    events
      .filter((event) => event.Actor.ID === id || event.Actor.Attributes.container === id)
      .map((event) => `${event.Type} ${event.Action}`);

  it('sends its headers at once, before anything happens', async () => {
    const response = await suite.api.open('GET', '/events');
    expect(response.statusCode).to.equal(200);
    expect(response.headers['content-type']).to.equal('application/json');
    response.destroy();
  });

  it('tells the life of a container in order', async () => {
    const events = await suite.api.events();
    const { id } = await suite.api.run({ Cmd: ['true'] });
    await suite.api.delete(`/containers/${id}`);
    await events.find((event) => event.Action === 'destroy' && event.Actor.ID === id);
    events.destroy();
    expect(story(events.items, id).filter((line) => line.startsWith('container'))).to.deep.equal([
      'container create',
      'container start',
      'container die',
      'container destroy',
    ]);
    const all = story(events.items, id);
    expect(all).to.include.members(['network connect', 'network disconnect']);
    expect(all.indexOf('network connect')).to.be.lessThan(all.indexOf('container start'));
  });

  it('tells of attach, kill, stop, restart, rename, resize and exec', async () => {
    const events = await suite.api.events({ filters: { type: ['container'] } });
    const id = await suite.api.start({ Cmd: ['sleep', '600'], Tty: true }, 'told');
    const attached = await suite.api.raw('POST', `/containers/${id}/attach?stream=1&stdout=1`);
    await attached.head();
    await suite.api.post(`/containers/${id}/resize`, undefined, { h: 10, w: 20 });
    await suite.api.exec(id, ['true']);
    await suite.api.post(`/containers/${id}/restart`, undefined, { t: 0 });
    await suite.api.post(`/containers/${id}/rename`, undefined, { name: 'retold' });
    await suite.api.post(`/containers/${id}/stop`, undefined, { t: 0 });
    await events.find((event) => event.Action === 'stop' && event.Actor.Attributes.name === 'retold');
    attached.destroy();
    events.destroy();
    const actions = events.items.map((event) => event.Action.replace(/^(exec_\w+): .*/, '$1'));
    expect(actions).to.deep.equal([
      ...['create', 'start', 'attach', 'resize', 'exec_create', 'exec_start', 'exec_die'],
      // A time of 0 does not spare the stop signal: SIGTERM first, SIGKILL then.
      ...['kill', 'kill', 'die', 'stop', 'start', 'restart', 'rename', 'kill', 'kill', 'die', 'stop'],
    ]);
    const attributes = (action: string) =>
      events.items.find((event) => event.Action.startsWith(action))!.Actor.Attributes;
    expect(attributes('resize')).to.include({ height: '10', width: '20' });
    expect(attributes('rename')).to.include({ name: 'retold', oldName: '/told' });
    expect(attributes('kill')).to.include({ signal: '15' });
    expect(attributes('exec_die')).to.include({ exitCode: '0' });
    expect(attributes('exec_die').execID).to.match(ID);
    expect(events.items[4]!.Action).to.equal('exec_create: true ');
  });

  it('has every field of EventMessage', async () => {
    const events = await suite.api.events({ filters: { event: ['die'] } });
    const { id } = await suite.api.run({ Cmd: ['sh', '-c', 'exit 4'], Labels: { l: 'v' } }, 'shown');
    const event = await events.find((item) => item.Actor.ID === id);
    events.destroy();
    expectShape(
      event,
      {
        Type: 'string',
        Action: 'string',
        Actor: 'object',
        scope: 'string',
        time: 'number',
        timeNano: 'number',
      },
      'event',
    );
    expect(event).to.include({ Type: 'container', Action: 'die', scope: 'local' });
    expect(event.Actor.Attributes).to.deep.include({ exitCode: '4', image: BUSYBOX, name: 'shown', l: 'v' });
    expect(Math.floor(event.timeNano / 1e9)).to.equal(event.time);
    // Fields of API 1.21 and older, which old clients still read.
    expect(event).to.include({ status: 'die', id, from: BUSYBOX });
  });

  it('replays what happened since a time, up to another, and ends', async () => {
    const since = Math.floor(Date.now() / 1000);
    const { id } = await suite.api.run({ Cmd: ['true'] });
    const until = Math.floor(Date.now() / 1000) + 1;
    const events = await suite.api.events({ since, until, filters: { container: [id] } });
    expect(story(await events.all(), id)).to.include.members([
      'container create',
      'container start',
      'container die',
    ]);
    const none = await suite.api.events({ since: 1, until: 2 });
    expect(await none.all()).to.deep.equal([]);
  });

  it('replays with nanoseconds and goes on with what comes', async () => {
    const first = await suite.api.create({}, 'replayed-first');
    const earlier = await suite.api.events({ since: 0, filters: { container: [first] } });
    const { timeNano } = await earlier.find((event) => event.Action === 'create');
    earlier.destroy();
    const text = String(timeNano);
    const second = await suite.api.create({}, 'replayed-second');
    const stamp = `${Math.floor(timeNano / 1e9)}.${text.slice(-9)}`;
    const events = await suite.api.events({ since: stamp, filters: { event: ['create', 'destroy'] } });
    await events.find((event) => event.Actor.ID === second);
    await suite.api.delete(`/containers/${second}`);
    await events.find((event) => event.Action === 'destroy' && event.Actor.ID === second);
    events.destroy();
  });

  it('filters by type, event, container, image and label', async () => {
    const events = await suite.api.events({
      filters: { type: ['container'], label: ['only=this'], event: ['create', 'die'] },
    });
    const byImage = await suite.api.events({ filters: { image: [BUSYBOX], event: ['start'] } });
    const byName = await suite.api.events({ filters: { container: ['filtered'], event: ['start'] } });
    await suite.api.run({ Cmd: ['true'], Labels: { only: 'other' } });
    const { id } = await suite.api.run({ Cmd: ['true'], Labels: { only: 'this' } }, 'filtered');
    await events.find((event) => event.Action === 'die');
    await byName.find((event) => event.Action === 'start');
    expect(events.items.map((event) => [event.Action, event.Actor.ID])).to.deep.equal([
      ['create', id],
      ['die', id],
    ]);
    expect(byImage.items.map((event) => event.Action)).to.deep.equal(['start', 'start']);
    expect(byName.items.map((event) => event.Actor.ID)).to.deep.equal([id]);
    for (const stream of [events, byImage, byName]) stream.destroy();
  });

  it('refuses times that are none', async () => {
    for (const query of [{ since: 'x' }, { until: 'x' }]) {
      const answer = await suite.api.get('/events', query);
      expect(answer.status, JSON.stringify(query)).to.equal(500);
      expect(answer.message).to.equal('strconv.ParseInt: parsing "x": invalid syntax');
    }
    const reversed = await suite.api.get('/events', { since: 10, until: 5 });
    expect(reversed.status).to.equal(400);
    expect(reversed.message).to.equal('`since` time (10) cannot be after `until` time (5)');
  });
});

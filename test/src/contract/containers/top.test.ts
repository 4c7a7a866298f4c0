import { expect } from 'chai';
import { it } from 'mocha';
import { onEachEngine } from '../../harness/suite.js';

interface Top {
  Titles: string[];
  Processes: string[][];
}

onEachEngine('GET /containers/{id}/top', (suite) => {
  const top = async (id: string, ps_args?: string) =>
    suite.api.expect(await suite.api.get(`/containers/${id}/top`, { ps_args }), 200).json<Top>();
  const start = () => suite.api.start({ Cmd: ['sh', '-c', 'sleep 600 & sleep 601; true'] });

  it('shows the processes of the container alone, with pids of the host', async () => {
    const id = await start();
    await suite.api.exec(id, ['true']);
    const { Titles, Processes } = await top(id);
    expect(Titles).to.deep.equal(['UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD']);
    expect(Processes.map((row) => row[7])).to.have.members([
      'sh -c sleep 600 & sleep 601; true',
      'sleep 600',
      'sleep 601',
    ]);
    const { Pid } = (await suite.api.inspect(id)).State;
    expect(Processes.map((row) => Number(row[1]))).to.include(Pid);
  });

  it('takes arguments of ps, also those that cannot choose processes', async () => {
    const id = await start();
    expect(await top(id, '-o pid,ppid -o comm'))
      .to.have.property('Titles')
      .eql(['PID', 'PPID', 'COMMAND']);
    const forest = await top(id, 'afx -o pid,args');
    expect(forest.Processes).to.have.length(3);
    expect(forest.Processes.every((row) => row.length === 2)).to.equal(true);
  });

  it('refuses arguments that ps does not know, or that give no pids', async () => {
    const id = await start();
    const message = async (ps_args: string) => {
      const answer = await suite.api.get(`/containers/${id}/top`, { ps_args });
      expect(answer.status).to.equal(500);
      return answer.message;
    };
    expect(await message('--nonsense')).to.match(/^ps: error: /);
    expect(await message('-o comm')).to.equal("Couldn't find PID field in ps output");
    expect(await message('-o ppid=PID')).to.equal('specifying "ppid=PID" is not allowed');
  });

  it('tells an event', async () => {
    const id = await start();
    const events = await suite.api.events({ filters: { container: [id] } });
    await top(id);
    expect((await events.find(({ Action }) => Action === 'top')).Actor.ID).to.equal(id);
    events.destroy();
  });

  it('answers 409 for what does not run and 404 for what is not there', async () => {
    const id = await suite.api.create({});
    const answer = await suite.api.get(`/containers/${id}/top`);
    expect(answer.status).to.equal(409);
    expect(answer.message.toLowerCase()).to.equal(`container ${id} is not running`);
    expect((await suite.api.get('/containers/none/top')).message).to.equal('No such container: none');
  });
});

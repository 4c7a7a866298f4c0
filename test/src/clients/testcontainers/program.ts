// A person's test by testcontainers, which takes its engine from the environment, once for a process. What it has seen is
// printed as JSON.
import { text } from 'node:stream/consumers';
import { GenericContainer, Network, Wait, type StartedTestContainer } from 'testcontainers';

const image = process.argv[2]!;
const network = await new Network().start();
const store = await new GenericContainer(image)
  .withNetwork(network)
  .withNetworkAliases('store')
  .withCopyContentToContainer([{ content: 'a page\n', target: '/page/index.html' }])
  .withCommand(['sh', '-c', 'sleep 0.3; echo ready to serve; exec httpd -f -p 80 -h /page'])
  .withExposedPorts(80)
  .withLabels({ by: 'testcontainers' })
  .withWaitStrategy(Wait.forAll([Wait.forLogMessage(/ready to serve/), Wait.forListeningPorts()]))
  .start();
const client = await new GenericContainer(image)
  .withNetwork(network)
  .withEnvironment({ WHOM: 'store' })
  .withTmpFs({ '/scratch': 'rw' })
  .withCommand(['sleep', '600'])
  .withHealthCheck({ test: ['CMD-SHELL', 'ping -c 1 $WHOM'], interval: 100, timeout: 5000, retries: 50 })
  .withWaitStrategy(Wait.forHealthCheck())
  .start();
const web = await new GenericContainer(image)
  .withCommand(['httpd', '-f', '-p', '80', '-h', '/etc'])
  .withExposedPorts(80)
  .withWaitStrategy(Wait.forHttp('/hostname', 80))
  .start();

const page = async (from: StartedTestContainer, path: string) =>
  (await fetch(`http://${from.getHost()}:${from.getMappedPort(80)}${path}`)).text();
const ping = await client.exec(['sh', '-c', 'ping -c 1 "$WHOM" && echo no > /dev/stderr && exit 7']);
await store.copyContentToContainer([{ content: 'another\n', target: '/page/more.html' }]);
const seen = {
  pages: [await page(store, '/'), await page(store, '/more.html')],
  isItself: (await page(web, '/hostname')).trim() === web.getId().slice(0, 12),
  ping: [ping.exitCode, /1 packets received/.test(ping.stdout), ping.stderr],
  address: client.getIpAddress(network.getName()) !== '',
  log: '',
};
await web.restart();
const id = web.getId();
seen.isItself &&= (await page(web, '/hostname')).trim() === id.slice(0, 12);
const [log] = await Promise.all([store.logs().then((stream) => text(stream)), store.stop({ timeout: 0 })]);
seen.log = log;
await Promise.all([client.stop({ timeout: 0 }), web.stop({ timeout: 0 })]);
await network.stop();
process.stdout.write(JSON.stringify(seen));

import { containerList, createClient, fromEnvironment, imageInspect, systemVersion } from '@arca/sdk';

const client = createClient(fromEnvironment());

// A failure that the engine answered is a value …
const { data, error, response } = await imageInspect({ client, path: { name: 'no/such/image' } });
console.log(data, response.status, typeof error?.message); // → undefined 404 string

// … or is thrown.
const version = await systemVersion({ client, throwOnError: true });
console.log(typeof version.data.ApiVersion); // → string

const { data: containers } = await containerList({
  client,
  query: { all: true, limit: 5 },
  throwOnError: true,
});
console.log(containers.length <= 5); // → true

// By path and method, with middleware that sees every call.
client.http.use({ onRequest: ({ request }) => void request.headers.set('X-Team', 'blue') });
const info = await client.http.GET('/info');
console.log(info.data?.OSType); // → linux

await client.close();

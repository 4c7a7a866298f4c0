import { serve } from './serve.js';

const { origin } = await serve(Number(process.env['PORT'] ?? 8080));
console.log(`open ${origin}/?engine=http://127.0.0.1:2375
with npm start -- --host tcp://127.0.0.1:2375 --allow-origin ${origin}`);

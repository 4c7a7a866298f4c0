import { describeFeature } from '@arca/plugin-kit/testing';
import { stop } from './feature.js';

describeFeature(stop, [
  {
    name: 'takes the image’s signal',
    image: { config: { StopSignal: 'SIGQUIT' } },
    completed: { Config: { StopSignal: 'SIGQUIT' } },
  },
  {
    name: 'takes its own before that',
    image: { config: { StopSignal: 'SIGQUIT' } },
    body: { Config: { StopSignal: '10', StopTimeout: 3 } },
    completed: { Config: { StopSignal: '10', StopTimeout: 3 } },
  },
  {
    name: 'refuses what is no signal',
    body: { Config: { StopSignal: 'NOW' } },
    invalid: 'Invalid signal: NOW',
  },
]);

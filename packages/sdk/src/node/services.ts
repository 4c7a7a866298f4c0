import type { Services } from '../services.js';
import { contextOf } from './context.js';
import { allCredentials, credentialsFor } from './credentials.js';
import { isOpen } from './ports.js';

export const nodeServices: Services = { credentialsFor, allCredentials, contextOf, isOpen };

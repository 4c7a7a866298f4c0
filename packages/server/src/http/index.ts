export { createHttpServer, type HttpServer, type HttpServerOptions } from './server.js';
export type { TlsFiles } from './tls-files.js';

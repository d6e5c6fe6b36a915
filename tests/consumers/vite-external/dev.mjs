// The development server, as `vite` starts it, on any free port.
import { createServer } from 'vite';

const server = await createServer({ server: { port: 0 } });
await server.listen();
console.log(server.resolvedUrls.local[0]);

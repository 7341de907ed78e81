import { connect, createServer } from 'node:net';

/** `relay.ts ADDRESS PORT TO`: hands on every connection to port TO of this machine. A process, because it lives in a namespace. */
const [address = '', port = '', to = ''] = process.argv.slice(2);

const server = createServer((near) => {
  const far = connect(Number(to), '127.0.0.1');
  near.on('error', () => far.destroy()).pipe(far);
  far.on('error', () => near.destroy()).pipe(near);
});
server.listen(Number(port), address, () => process.stdout.write('listens\n'));

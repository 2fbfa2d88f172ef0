import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { freePort, openLiveHeap } from '../soak/live-heap.ts';

/** Says so once it runs; at every line it is told it keeps four megabytes more in a thread, and drops as many in its own. */
const KEEPS_MORE = `
  const { Worker } = require('node:worker_threads');
  const worker = new Worker(
    \`const kept = [];
     require('node:worker_threads').parentPort.on('message', () => {
       kept.push(new Array(2 ** 19).fill(1.5));
       require('node:worker_threads').parentPort.postMessage('kept');
     });\`,
    { eval: true },
  );
  worker.on('online', () => console.log('runs')).on('message', (said) => console.log(said));
  process.stdin.on('data', () => { new Array(2 ** 19).fill(2.5); worker.postMessage('more'); });
`;

test('what a thread keeps is seen, what the process could let go of is not', async () => {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [`--inspect-port=127.0.0.1:${port}`, '--inspect-publish-uid=http', '-e', KEEPS_MORE],
    { stdio: ['pipe', 'pipe', 'ignore'] },
  );
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    await lines.next();
    const heap = await openLiveHeap(child, port);
    const before = await heap.megabytes();
    for (let more = 0; more < 3; more += 1) {
      child.stdin.write('more\n');
      await lines.next();
    }
    // Three times 2¹⁹ numbers of eight bytes are 12 MB, and what else it takes to go on is little.
    const kept = (await heap.megabytes()) - before;
    expect(kept).toBeGreaterThan(11.5);
    expect(kept).toBeLessThan(14);
    heap.close();
  } finally {
    child.kill();
  }
}, 30_000);

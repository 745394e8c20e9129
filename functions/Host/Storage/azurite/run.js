// Runs Azurite until standard input closes. The operating system closes it when the process at its other end is gone,
// even one that was killed, so Azurite never outlives it; and it then ends by its own shutdown, so that nothing it holds is lost.
// Signals don't end it: Ctrl-C reaches a whole group of processes, and the app still needs its storage while it finishes.
const { rmSync } = require('node:fs');

let shutdown = () => process.exit();

const { once } = process;
process.once = (event, listener) => {
  if (event === 'SIGTERM') shutdown = listener;
  else if (event !== 'SIGINT') once.call(process, event, listener);
  return process;
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

// Nobody may be there to read what it says at the end.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
process.stdin.on('end', () => shutdown()).resume();
process.on('exit', () => rmSync('azurite.pid', { force: true }));

require('azurite/dist/src/azurite.js');

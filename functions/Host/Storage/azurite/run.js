// Runs Azurite until standard input closes. The operating system closes it when the process at its other end is gone,
// even one that was killed, so Azurite never outlives it; and it then ends by its own shutdown, so that nothing it holds is lost.
// Signals don't end it: Ctrl-C reaches a whole group of processes, and the app still needs its storage while it finishes.
// Two that write to one folder would ruin it, so whoever has it notes its own process and its parent's in azurite.owner; one whose
// parent was killed is still writing, and is waited for.
const { readFileSync, rmSync, writeFileSync } = require('node:fs');
const { Server } = require('node:http');

const note = 'azurite.owner';
const patience = 15_000;

function isAlive(id, command) {
  try {
    process.kill(id, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(command); // The number may be another process's by now.
  } catch {
    return process.platform !== 'linux';
  }
}

function owner() {
  try {
    const [azurite, host] = readFileSync(note, 'utf8').split(' ').map(Number);
    return isAlive(azurite, 'run.js') ? { azurite, host } : null;
  } catch {
    return null;
  }
}

async function take() {
  for (const start = Date.now(); owner() !== null; await new Promise(done => setTimeout(done, 100))) {
    const { azurite, host } = owner() ?? {};
    if (azurite && (isAlive(host, '') || Date.now() - start > patience)) {
      console.error(`Process ${host} has the data in ${process.cwd()}, with Azurite as process ${azurite}. End it and start again.`);
      process.exit(1);
    }
  }
  writeFileSync(note, `${process.pid} ${process.ppid}`);
  process.on('exit', () => rmSync(note, { force: true }));
}

let shutdown = () => process.exit();

const { once } = process;
process.once = (event, listener) => {
  if (event === 'SIGTERM') shutdown = listener;
  else if (event !== 'SIGINT') once.call(process, event, listener);
  return process;
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

// Whoever had a connection is gone by then, or has no more use for it; a server would wait for some of them for a quarter of a minute.
const { close } = Server.prototype;
Server.prototype.close = function (...done) {
  close.apply(this, done);
  this.closeAllConnections();
  return this;
};

// Nobody may be there to read what it says at the end.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});
process.stdin.on('end', () => shutdown()).resume();

require('./quick.js');
take().then(() => require('azurite/dist/src/azurite.js'));

// Installs what package-lock.json says into node_modules, as a whole or not at all: several builds may do so at the same time.
// Usage: node install.js <folder for the work, on the same disk> [<folder of the package-lock.json; this one when left out>]
const { execSync } = require('node:child_process');
const { cpSync, existsSync, mkdirSync, renameSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const folder = process.argv[3] ?? __dirname;
const target = join(folder, 'node_modules');
const work = join(process.argv[2], `npm-${process.pid}`);

mkdirSync(work, { recursive: true });
try {
  for (const file of ['package.json', 'package-lock.json']) cpSync(join(folder, file), join(work, file));
  execSync('npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error', { cwd: work, stdio: 'inherit' });
  try {
    if (existsSync(target)) renameSync(target, join(work, 'old'));
    renameSync(join(work, 'node_modules'), target);
  } catch (error) {
    if (!existsSync(target)) throw error; // Else another build has just put the same there.
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

// Compiles portal.scss to one small file, as a whole or not at all: several builds may do so at the same time.
// Usage: node build.js <the file to write>
const { mkdirSync, renameSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { compile } = require('sass');

const target = process.argv[2];
const part = `${target}.${process.pid}`;

const { css } = compile(join(__dirname, 'portal.scss'), {
  loadPaths: [join(__dirname, 'node_modules', 'govuk-frontend', 'dist')],
  quietDeps: true,
  style: 'compressed',
});
mkdirSync(dirname(target), { recursive: true });
writeFileSync(part, css);
renameSync(part, target);

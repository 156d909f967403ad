// Restores Web Chat: one file of one npm package, at the version and integrity pinned in webchat.lock.json.
// `npm install` would bring its 441 dependencies as well, which are already inside that file.
// Called by webchat.targets as `node restore.mjs FOLDER`; prints one line when it fails.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gunzipSync, gzipSync } from 'node:zlib';

const pin = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'webchat.lock.json'), 'utf8'));
const name = `${pin.package}@${pin.version}`;
const folder = process.argv[2];
const manifest = join(folder, 'webchat.json');

try {
  if (!isRestored()) restore();
} catch (error) {
  console.error(`Web Chat was not restored: ${error.message}`);
  process.exitCode = 1;
}

function isRestored() {
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).integrity !== pin.integrity) return false;
  // Tells the build, which compares times, that what lies there is what the pin asks for.
  utimesSync(manifest, new Date(), new Date());
  return true;
}

function restore() {
  const archive = pack();
  const integrity = 'sha512-' + createHash('sha512').update(archive).digest('base64');
  if (integrity !== pin.integrity) throw new Error(`${name} has integrity ${integrity}, not the pinned ${pin.integrity}`);

  const files = untar(gunzipSync(archive));
  const script = files.get(pin.file);
  const license = files.get(pin.license);
  if (!script || !license) throw new Error(`${name} has no ${script ? pin.license : pin.file}`);

  mkdirSync(folder, { recursive: true });
  write('webchat.js', script);
  write('webchat.js.gz', gzipSync(script, { level: 9 }));
  write('webchat.js.br', brotliCompressSync(script, { params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: script.length,
  } }));
  write('webchat.js.LICENSE.txt', license);
  // Last, because its being there says that all the others are.
  write('webchat.json', JSON.stringify({
    version: pin.version,
    integrity: pin.integrity,
    hash: createHash('sha256').update(script).digest('hex').slice(0, 16),
  }));
}

/** The package's archive, from whatever registry the npm client is configured with. */
function pack() {
  const temporary = mkdtempSync(join(tmpdir(), 'webchat-'));
  try {
    // npm is a .cmd on Windows, which only a shell starts.
    execFileSync('npm', ['pack', name, '--loglevel=error', '--ignore-scripts'], { cwd: temporary, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    return readFileSync(join(temporary, readdirSync(temporary).find(file => file.endsWith('.tgz'))));
  } catch (error) {
    if (error.code === 'ENOENT') throw new Error('npm is not on the PATH; install Node.js 20 or later with npm');
    const said = String(error.stderr ?? '').split('\n').map(line => line.replace(/^npm error /, '').trim()).filter(line => line && !line.startsWith('npm '))[0] ?? error.message;
    throw new Error(`"npm pack ${name}" failed (the first build needs the npm registry): ${said}`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The regular files of a tar archive by name; enough of the format for what npm packs. */
function untar(tar) {
  const files = new Map();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const field = (from, length) => tar.toString('utf8', at + from, at + from + length).replace(/\0[^]*$/, '');
    const size = parseInt(field(124, 12), 8);
    const prefix = field(345, 155);
    if (['', '0'].includes(field(156, 1))) files.set((prefix ? prefix + '/' : '') + field(0, 100), tar.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

function write(file, content) {
  // Two builds at once may both restore; a rename leaves no half-written file to either.
  const temporary = join(folder, `.${file}.${process.pid}`);
  writeFileSync(temporary, content);
  renameSync(temporary, join(folder, file));
}

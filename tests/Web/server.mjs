// A real server process for a test, on a free port, with a data folder of its own.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = process.env.BOT_DLL ?? join(root, 'src/Bot/bin/Release/net10.0/Bot.dll');

/** Starts a server; `settings` are written as in the README ("Web:Origins"). */
export async function startServer(settings = {}) {
  if (!existsSync(program)) throw new Error(`${program} is missing: dotnet build -c Release`);
  const data = mkdtempSync(join(tmpdir(), 'tro-ly-'));
  const port = await freePort();
  const server = {
    url: `http://127.0.0.1:${port}`,
    output: '',
    data,
    settings,
    start,
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
  let child = null;
  await start();
  return server;

  async function start() {
    const environment = { 'Content:Path': join(root, 'content'), 'Dossiers:Samples': 'true', 'Limits:ConversationsPerMinute': '1000', ...settings, 'Data:Path': data };
    child = spawn('dotnet', [program, '--urls', server.url], {
      // From a foreign folder: nothing may depend on where it is started.
      cwd: tmpdir(),
      env: { ...Object.fromEntries(Object.entries(environment).map(([key, value]) => [key.replaceAll(':', '__'), value])), ...process.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', text => { server.output += text; });
    child.stderr.on('data', text => { server.output += text; });
    const started = child;
    await until('the server is ready', async () => {
      if (started.exitCode !== null) throw new Error(`the server ended at once:\n${server.output}`);
      return await fetch(`${server.url}/health/ready`).then(answer => answer.ok, () => false);
    }, 60_000);
  }

  async function end(signal) {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise(resolve => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  }
}

/** Runs a command of the program beside the server, on its store; `input` is what it reads. */
export function runCommand(server, input, ...words) {
  return new Promise((resolve, reject) => {
    const shared = server.settings['Storage:Postgres'];
    const command = spawn('dotnet', [program, ...words, shared ? `--Storage:Postgres=${shared}` : `--Data:Path=${server.data}`], { cwd: tmpdir(), stdio: ['pipe', 'ignore', 'inherit'] });
    command.once('error', reject).once('exit', resolve);
    command.stdin.end(input + '\n');
  });
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

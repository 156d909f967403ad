// A stand-in for a service of the outside world, run as a process for a test.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'tests/StandIns/bin/Release/net10.0/StandIns.dll');

/** Starts "zalo", "graph", "connector" or "postgres"; the answer holds what the process says of itself, such as `url`. */
export async function startStandIn(kind) {
  if (!existsSync(program)) throw new Error(`${program} is missing: dotnet build -c Release`);
  const child = spawn('dotnet', [program, kind], { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise(resolve => child.once('exit', resolve));
  const described = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', line => resolve(JSON.parse(line)));
    ended.then(code => reject(new Error(`the stand-in ended at once with ${code}`)));
  });
  return {
    ...described,
    calls: () => fetch(`${described.url}/_calls`).then(answer => answer.json()),
    async fault(order) {
      const answer = await fetch(`${described.url}/_faults`, { method: 'POST', body: JSON.stringify(order) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

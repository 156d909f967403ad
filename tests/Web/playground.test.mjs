// The bot behind Microsoft 365 Agents Playground, the tool with which bots for the Bot Connector are tried: its page is used as by a person,
// and what passes between it and the bot is noted on both ways.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { freePort, startServer } from './server.mjs';
import { until } from './until.mjs';

const cli = join(dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')), 'cli.js');
const question = 'nộp hồ sơ trực tiếp ở quầy nào';

let bot, browser;
before(async () => {
  [bot, browser] = await Promise.all([startServer({ 'Channels:Connector:Development': 'true' }), launch()]);
});
after(async () => {
  await browser?.close();
  await bot?.stop();
});

test('on the emulator a citizen is greeted when he comes, asks, and reads the answer', async t => {
  const playground = await open(t, 'emulator');

  const [joined] = await playground.toBot(1);
  assert.equal(joined.sent.type, 'conversationUpdate');
  assert.deepEqual([joined.status, joined.answer], [200, '']);
  const [greeting] = await playground.toPage(1);
  assertReply(greeting, joined);

  await playground.say(question);

  await playground.hears('Quầy 19');
  const asked = (await playground.toBot(2))[1];
  assert.deepEqual([asked.sent.type, asked.sent.text, asked.status, asked.answer], ['message', question, 200, '']);
  const replies = await playground.toPage(2);
  assert.equal(replies.length, 2, 'greeted already, so the question has one answer');
  assertReply(replies[1], asked);
  assert.match(replies[1].sent.text, /Quầy 19/);
});

test('in Teams, which brings the installation first, a citizen is answered and told once who answers', async t => {
  const playground = await open(t, 'msteams');
  const [installed, joined] = await playground.toBot(2);
  assert.deepEqual([installed.sent.type, joined.sent.type], ['installationUpdate', 'conversationUpdate']);

  await playground.say(question);

  await playground.hears('Quầy 19');
  const calls = await playground.toBot(3);
  const asked = calls[2];
  assert.deepEqual(calls.map(call => [call.status, call.answer]), Array(3).fill([200, '']));
  assert.equal(asked.sent.type, 'message');
  const replies = await playground.toPage(2);
  assert.equal(replies.length, 2, 'who answers, and the answer');
  assertReply(replies[0], replies[0].sent.replyToId === joined.sent.id ? joined : asked);
  assertReply(replies[1], asked);
  assert.match(replies[1].sent.text, /Quầy 19/);
});

test('what expects its replies finds them in the answer, and the service gets none', async t => {
  const playground = await open(t, 'emulator', 'expectReplies');

  await playground.say(question);

  await playground.hears('Quầy 19');
  const [joined, asked] = await playground.toBot(2);
  assert.deepEqual([joined.sent.deliveryMode, asked.sent.deliveryMode], ['expectReplies', 'expectReplies']);
  for (const call of [joined, asked]) {
    assert.equal(call.status, 200);
    const { activities } = JSON.parse(call.answer);
    assert.deepEqual(activities.map(reply => [reply.type, reply.replyToId, reply.conversation.id]), [['message', call.sent.id, call.sent.conversation.id]]);
  }
  assert.match(JSON.parse(asked.answer).activities[0].text, /Quầy 19/);
  assert.deepEqual(playground.replies, []);
});

test('before anything it looks whether the bot is there, and is not told of an error', async t => {
  const playground = await open(t, 'emulator');

  await playground.toPage(1);

  assert.ok(playground.looks.length > 0);
  assert.ok(playground.looks.every(look => look.method === 'HEAD' && look.status < 500), JSON.stringify(playground.looks));
  assert.doesNotMatch(bot.output, / (ERR|FTL) /);
});

/** A reply as it must be on its way to the service: in its place, in its words, and taken with an id. */
function assertReply(reply, call) {
  const { sent } = call;
  assert.equal(reply.url, `/_connector/v3/conversations/${encodeURIComponent(sent.conversation.id)}/activities/${encodeURIComponent(sent.id)}`);
  assert.deepEqual(
    [reply.sent.type, reply.sent.replyToId, reply.sent.from.id, reply.sent.recipient.id, reply.sent.channelId],
    ['message', sent.id, sent.recipient.id, sent.from.id, sent.channelId]);
  assert.equal(reply.status, 201);
  assert.ok(JSON.parse(reply.answer).id);
}

/** The playground as a process, with a relay that takes notes before the bot and one before its own service, and its page in the browser. */
async function open(t, channel, mode = 'default') {
  const port = await freePort();
  const calls = [], replies = [];
  const toBot = await relay(bot.url, calls);
  const toPage = await relay(`http://127.0.0.1:${port}`, replies);
  const home = mkdtempSync(join(tmpdir(), 'playground-'));
  const child = spawn(process.execPath, [cli, '--app-endpoint', `${toBot.url}/api/messages`, '--channel-id', channel, '--port', port,
    '--service-url', `${toPage.url}/_connector`, '--delivery-mode', mode, '--disable-telemetry'],
  { cwd: home, env: { PATH: process.env.PATH, HOME: home, BROWSER: 'none', TEAMSAPPTESTER_BROWSER: 'none' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => { output += text; });
  const ended = new Promise(resolve => child.once('exit', resolve));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  t.after(async () => {
    await context.close();
    child.kill();
    await ended;
    toBot.close();
    toPage.close();
    rmSync(home, { recursive: true, force: true });
  });
  await until('the playground listens', async () => {
    if (child.exitCode !== null) throw new Error(`the playground ended at once:\n${output}`);
    return await fetch(`http://127.0.0.1:${port}/`).then(answer => answer.ok, () => false);
  }, 60_000);
  const page = await context.newPage();
  // Its fonts come from elsewhere; the test needs no network.
  await page.route(url => url.hostname !== 'localhost', route => route.abort());
  await page.goto(`http://localhost:${port}/`);
  const box = page.getByRole('textbox').first();
  await box.waitFor();
  const posted = () => calls.filter(call => call.method === 'POST');
  return {
    replies,
    get looks() { return calls.filter(call => call.method !== 'POST'); },
    toBot: count => until(`${count} calls to the bot`, () => posted().length >= count && posted()),
    toPage: count => until(`${count} replies to the service`, () => replies.length >= count && replies),
    hears: text => page.getByText(text).first().waitFor(),
    async say(text) {
      await box.fill(text);
      await box.press('Enter');
    },
  };
}

/** Passes every call on, and notes it with its answer once that is there. */
async function relay(target, calls) {
  const server = createServer(async (incoming, outgoing) => {
    const body = await read(incoming);
    const { port } = new URL(target);
    const passed = request({ host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers: { ...incoming.headers, host: `127.0.0.1:${port}` } }, async answer => {
      const text = await read(answer);
      calls.push({ method: incoming.method, url: incoming.url, sent: body ? JSON.parse(body) : null, status: answer.statusCode, answer: text });
      outgoing.writeHead(answer.statusCode, answer.headers).end(text);
    });
    passed.on('error', () => outgoing.destroy());
    passed.end(body);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function read(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

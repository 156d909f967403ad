// The Direct Line server against the client that Web Chat is built on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WebSocket } from 'ws';
import xhr2 from 'xhr2';
import { startServer } from './server.mjs';
import { until } from './until.mjs';

globalThis.XMLHttpRequest = xhr2;
globalThis.WebSocket = WebSocket;
const { DirectLine } = (await import('botframework-directlinejs')).default;

const Online = 2, ExpiredToken = 3, FailedToConnect = 4;
const question = 'nộp hồ sơ trực tiếp ở quầy nào';
// The client waits 3 to 15 s of its own before it takes up a lost stream again.
const reconnecting = 60_000;

let server;
before(async () => { server = await startServer(); });
after(() => server?.stop());

for (const webSocket of [true, false]) {
  const by = webSocket ? 'WebSocket' : 'polling';

  test(`a message comes back as an echo and then its reply, by ${by}`, async t => {
    const client = await connect(t, { webSocket });

    await client.say(question);

    const [echo, reply] = await until('echo and reply', () => client.messages.length >= 2 && client.messages);
    assert.equal(echo.text, question);
    assert.equal(echo.from.role, 'user');
    assert.equal(echo.from.id, client.access.userId);
    assert.equal(echo.channelData.clientActivityID, client.lastClientId);
    assert.ok(echo.id);
    assert.equal(reply.from.role, 'bot');
    assert.equal(reply.replyToId, echo.id);
    assert.equal(reply.channelData.outcome, 'answered');
    assert.match(reply.text, /Quầy 19/);
    assert.match(reply.entities[0].citation[0].appearance.url, /\/thong-bao\/[a-z0-9-]+#[a-z0-9-]+$/);
  });
}

test('a message that the client repeats is one message', async t => {
  const client = await connect(t);
  const activity = { type: 'message', text: 'xin chào', from: { id: client.access.userId }, channelData: { clientActivityID: 'the same' } };

  const first = await post(client.access, activity);
  const second = await post(client.access, activity);

  assert.equal((await first.json()).id, (await second.json()).id);
  await client.say('cảm ơn');
  await until('the reply to the last message', () => client.replies().length >= 2);
  assert.equal(client.messages.filter(message => message.text === 'xin chào').length, 1);
});

test('the buttons and the outcome of a greeting arrive', async t => {
  const client = await connect(t);

  await post(client.access, { type: 'event', name: 'webchat/join', from: { id: client.access.userId }, value: { language: 'vi-VN' } });

  const [welcome] = await until('the welcome', () => client.replies().length > 0 && client.replies());
  assert.equal(welcome.channelData.outcome, 'small');
  assert.ok(welcome.suggestedActions.actions.length > 0);
  assert.deepEqual(new Set(welcome.suggestedActions.actions.map(action => action.type)), new Set(['imBack']));
});

test('after kill -9 a client takes up its conversation and sees every reply once', async t => {
  const own = await startServer();
  t.after(() => own.stop());
  const client = await connect(t, {}, own);
  await client.say(question);
  await until('the first reply', () => client.replies().length === 1);

  // Killed with an accepted message that may be unanswered yet.
  const accepted = await post(client.access, { type: 'message', text: 'nhận kết quả qua bưu điện được không', from: { id: client.access.userId } }, own);
  await own.kill();
  assert.equal(accepted.status, 200);
  await own.start();
  await until('the reply to what was said before the end', () => client.replies().length === 2, reconnecting);
  await client.say('đo thân nhiệt không');

  await until('the reply after the new start', () => client.replies().length === 3, reconnecting);
  const ids = client.messages.map(message => message.id);
  assert.equal(new Set(ids).size, ids.length, 'a message came twice');
  assert.equal(client.messages.length, 6);
});

test('a client that polls goes on after kill -9', async t => {
  const own = await startServer();
  t.after(() => own.stop());
  const client = await connect(t, { webSocket: false }, own);
  await client.say('tra cứu hồ sơ');
  await until('the question for the code', () => client.replies().length === 1);
  const { line, access } = client;
  line.end();
  await own.kill();
  await own.start();

  // What a page does that comes back: the same token, the conversation from a place on.
  const again = await connect(t, { webSocket: false, access, conversationId: access.conversationId, watermark: line.watermark }, own);
  await again.say('000.00.15.H37-260914-0003');

  await until('the question for the last digits', () => again.replies().length === 1);
  assert.equal(again.replies()[0].channelData.outcome, 'asked');
  assert.equal(again.messages.length, 2, 'what was seen before does not come again');
});

test('the browser that comes back with its cookie finds its conversation, from its first word', async t => {
  const client = await connect(t);
  await client.say(question);
  await until('the reply', () => client.replies().length === 1);

  const answer = await fetch(`${server.url}/webchat/token`, { method: 'POST', headers: { cookie: client.access.cookie } });
  const access = await answer.json();
  const again = await connect(t, { access });

  assert.equal(access.conversationId, client.access.conversationId);
  await until('the whole history', () => again.messages.length === 2);
  assert.deepEqual(again.messages.map(message => message.id), client.messages.map(message => message.id));
});

test('a token can be renewed, and the new one serves the same conversation', async t => {
  const client = await connect(t);

  const answer = await fetch(`${server.url}/v3/directline/tokens/refresh`, { method: 'POST', headers: { authorization: `Bearer ${client.access.token}` } });

  assert.equal(answer.status, 200);
  const renewed = await answer.json();
  assert.equal(renewed.conversationId, client.access.conversationId);
  assert.equal((await post({ ...client.access, token: renewed.token }, { type: 'message', text: 'xin chào', from: { id: client.access.userId } })).status, 200);
});

test('a forged token and one of another conversation are refused with 403, never 401', async t => {
  const mine = await connect(t), other = await connect(t);
  const path = `${server.url}/v3/directline/conversations/${mine.access.conversationId}/activities`;
  const [head, body] = mine.access.token.split('.');
  for (const token of [other.access.token, `${head}.${body}.${other.access.token.split('.')[2]}`, 'nonsense', mine.access.cookie.split('=')[1]]) {
    assert.equal((await fetch(path, { headers: { authorization: `Bearer ${token}` } })).status, 403);
    assert.equal((await fetch(path, { method: 'POST', body: '{}', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } })).status, 403);
  }
  assert.equal((await fetch(path)).status, 403);
});

test('the client reports a token that is not good, and does not fall silent', async t => {
  const statuses = [];
  const line = new DirectLine({ domain: `${server.url}/v3/directline`, token: 'nonsense' });
  t.after(() => line.end());
  line.connectionStatus$.subscribe(status => statuses.push(status));
  line.activity$.subscribe({ error: () => {} });

  await until('a status that a page can act on', () => statuses.some(status => status === ExpiredToken || status === FailedToConnect));
});

/** A client with what it has received, in order. */
async function connect(t, options = {}, on = server) {
  const access = options.access ?? await requestToken(on);
  const line = new DirectLine({
    domain: `${on.url}/v3/directline`, token: access.token, webSocket: options.webSocket ?? true, pollingInterval: 200,
    conversationId: options.conversationId, watermark: options.watermark,
  });
  t.after(() => line.end());
  const client = {
    access, line, messages: [], lastClientId: null,
    replies: () => client.messages.filter(message => message.from.role === 'bot'),
    say(text) {
      client.lastClientId = crypto.randomUUID();
      return new Promise((resolve, reject) =>
        line.postActivity({ type: 'message', text, from: { id: access.userId }, channelData: { clientActivityID: client.lastClientId } })
          .subscribe(id => id === 'retry' ? reject(new Error('not accepted')) : resolve(id), reject));
    },
  };
  line.activity$.subscribe({
    next: activity => { if (activity.type === 'message') client.messages.push(activity); },
    // The client reports its own end() so.
    error: error => { if (error.message !== 'conversation ended') throw error; },
  });
  await until('the client is online', () => line.connectionStatus$.getValue() === Online);
  return client;
}

async function requestToken(on) {
  const answer = await fetch(`${on.url}/webchat/token`, { method: 'POST' });
  assert.equal(answer.status, 200);
  return { ...await answer.json(), cookie: answer.headers.get('set-cookie').split(';')[0] };
}

function post(access, activity, on = server) {
  return fetch(`${on.url}/v3/directline/conversations/${access.conversationId}/activities`, {
    method: 'POST', headers: { authorization: `Bearer ${access.token}`, 'content-type': 'application/json' }, body: JSON.stringify(activity),
  });
}

// A client of Messenger's that others use in production, against our stand-in: it must not be stricter than what is really sent.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import messenger from 'messaging-api-messenger';
import { startStandIn } from './stand-in.mjs';

const user = '6543210987654321099';

let graph;
let client;
before(async () => {
  graph = await startStandIn('graph');
  client = new messenger.MessengerClient({ accessToken: graph.pageToken, appSecret: graph.appSecret, version: '26.0', origin: graph.url });
});
after(() => graph?.stop());

const buttons = [
  { type: 'postback', title: 'Tra cứu hồ sơ', payload: 'tra-cuu' },
  { type: 'web_url', title: 'Cổng dịch vụ', url: 'https://dichvucong.example/' },
  { type: 'phone_number', title: 'Gọi tổng đài', payload: '+842053800000' },
];

for (const [what, send] of [
  ['a text', () => client.sendText(user, 'Hồ sơ của bà đã có kết quả.')],
  ['a text as a response', () => client.sendText(user, 'Chào bà.', { messagingType: 'RESPONSE' })],
  ['a text with a tag for humans', () => client.sendText(user, 'Chào bà.', { tag: 'HUMAN_AGENT' })],
  ['quick replies', () => client.sendText(user, 'Bà hỏi về việc gì?', { quickReplies: [{ contentType: 'text', title: 'Nộp hồ sơ', payload: 'nop' }, { contentType: 'text', title: 'Lệ phí', payload: 'le-phi' }] })],
  ['a button template', () => client.sendButtonTemplate(user, 'Bà chọn một việc:', buttons)],
  ['a generic template', () => client.sendGenericTemplate(user, [{ title: 'Thông báo', subtitle: 'Quầy 19', buttons: buttons.slice(0, 2) }])],
  ['an image', () => client.sendImage(user, 'https://vi.example/anh.png')],
]) {
  test(`${what} is taken`, async () => {
    const { recipientId, messageId } = await send();

    assert.equal(recipientId, user);
    assert.equal((await graph.calls()).at(-1).message.id, messageId);
  });
}

for (const action of ['typingOn', 'typingOff', 'markSeen']) {
  test(`${action} is taken`, async () => {
    assert.equal((await client[action](user)).recipientId, user);
    const last = (await graph.calls()).at(-1);
    assert.deepEqual([last.accepted, last.message], [true, null]);
  });
}

test('the profile is set, read and deleted', async () => {
  const menu = [{ type: 'postback', title: 'Tra cứu hồ sơ', payload: 'tra-cuu' }, { type: 'web_url', title: 'Trang chủ', url: 'https://vi.example/' }];
  await assert.rejects(client.setPersistentMenu(menu), /100 OAuthException/);

  for (const set of [() => client.setGetStarted('bat-dau'), () => client.setGreeting('Trợ lý tự động của Sở.'), () => client.setPersistentMenu(menu), () => client.setIceBreakers([{ question: 'Nộp ở đâu?', payload: 'nop' }])])
    assert.deepEqual(await set(), { result: 'success' });

  assert.deepEqual(await client.getGetStarted(), { payload: 'bat-dau' });
  assert.deepEqual((await client.getPersistentMenu())[0].callToActions, menu);
  await assert.rejects(client.deleteGetStarted(), /100 OAuthException/);
  await client.deletePersistentMenu();
  await client.deleteGetStarted();
  assert.equal(await client.getGetStarted(), null);
});

test('a wrong proof and a dead tag are refused', async () => {
  const stranger = new messenger.MessengerClient({ accessToken: graph.pageToken, appSecret: 'another', version: '26.0', origin: graph.url });

  await assert.rejects(stranger.sendText(user, 'a'), /100 GraphMethodException/);
  await assert.rejects(client.sendText(user, 'a', { tag: 'ACCOUNT_UPDATE' }), /100 OAuthException/);
});

test('a fault that was ordered is what the client meets', async () => {
  await graph.fault({ kind: 'error', code: 613 });
  await assert.rejects(client.sendText(user, 'a'), /613 OAuthException/);
  await graph.fault({ kind: 'drop-after' });
  await assert.rejects(client.sendText(user, 'vâng'), /socket hang up|ECONNRESET/);

  const last = (await graph.calls()).at(-1);
  assert.deepEqual([last.accepted, last.message.text, last.status], [true, 'vâng', null]);
});

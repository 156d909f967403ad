// The pages as a citizen meets them, in Chromium.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Chat, countBytes, launch, openPage, violations } from './browser.mjs';
import { startServer } from './server.mjs';
import { until } from './until.mjs';

const question = 'nộp hồ sơ trực tiếp ở quầy nào';
const notice = '/thong-bao/tiep-nhan-ho-so-covid-2020';
const sample = { code: '000.00.15.H37-260914-0003', verifier: '1234', state: 'Đang xử lý' };

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), startServer()]); });
after(async () => { await browser?.close(); await server?.stop(); });

test('a citizen asks and gets the answer with its source, which opens at its section and leaves the talk open', async t => {
  const { page, chat } = await visit(t);
  await chat.open();
  await chat.hear('trợ lý tự động');

  await chat.say(question);

  const answer = await chat.hear('Quầy 19');
  const [source] = await Promise.all([page.context().waitForEvent('page'), answer.locator(`a[href*="${notice}#"]`).click()]);
  await source.waitForLoadState();
  assert.equal(new URL(source.url()).pathname, notice);
  const section = source.locator(':target');
  await section.waitFor();
  assert.match(await section.innerText(), /Quầy 19/);
  assert.notEqual(await color(section), await color(source.locator('section:not(:target)').first()), 'the section is marked');
  await chat.said(question);
});

test('what was asked stands there as sent, and what the assistant shows is Vietnamese', async t => {
  const { chat } = await visit(t);
  await chat.open();
  await chat.say(question);
  await chat.hear('Quầy 19');

  const text = await chat.panel.innerText();

  assert.doesNotMatch(text, /Đang gửi|Chưa gửi được/);
  assert.doesNotMatch(text, /\b(Send|Type your|Just now|Retry|Connecting)\b/);
});

test('a long answer is shown from its first line, and so is the next', async t => {
  const { chat } = await visit(t, { viewport: { width: 360, height: 640 } });
  await chat.open();
  for (const [asked, told] of [[question, 'Quầy 19'], ['hồi dịch đến nộp hồ sơ phải làm gì', 'Đo thân nhiệt']]) {
    await chat.say(asked);

    const first = (await chat.hear(told)).locator('p').first();

    await until(`the first line about ${told} is in the panel`, async () => {
      const [line, panel] = [await first.boundingBox(), await chat.panel.boundingBox()];
      return line && line.y >= panel.y && line.y + 20 <= panel.y + panel.height;
    });
  }
});

test('a button under a message says what stands on it', async t => {
  const { chat } = await visit(t);
  await chat.open();
  await chat.hear('trợ lý tự động');
  const button = chat.buttons.filter({ hasText: 'quầy' });
  const says = await button.innerText();

  await button.click();

  await chat.said(says);
  await chat.hear('Quầy 19');
});

test('a dossier is looked up with its code and the last digits, over a reload in between', async t => {
  const { page, chat } = await visit(t);
  await chat.open();
  await chat.say('tra cứu hồ sơ');
  await chat.hear('mã hồ sơ');
  await chat.say(sample.code);
  await chat.hear(/4 số cuối/);

  await page.reload();
  await chat.box.waitFor();
  await chat.said(sample.code);
  await chat.say(sample.verifier);

  await chat.hear(sample.state);
});

test('after a reload the panel is open with the whole talk, and a closed one stays closed', async t => {
  const { page, chat } = await visit(t);
  await chat.open();
  await chat.say(question);
  await chat.hear('Quầy 19');

  await page.reload();
  await chat.said(question);
  await chat.hear('Quầy 19');
  assert.equal(await chat.panel.locator('.webchat__bubble').filter({ hasText: 'trợ lý tự động' }).count(), 1, 'one welcome');

  await chat.closer.click();
  await page.reload();
  await chat.launcher.waitFor();
  assert.equal(await chat.panel.count(), 0);
});

test('everything is done with the keyboard alone', async t => {
  const { page, chat } = await visit(t);
  await page.keyboard.press('Tab');
  assert.match(await focused(page), /Tới phần nội dung/);
  await until('the launcher has the focus', async () => {
    await page.keyboard.press('Tab');
    return await focused(page) === 'Hỏi trợ lý';
  });

  await page.keyboard.press('Enter');
  await until('the focus is in the box', () => chat.box.evaluate(box => box === document.activeElement).catch(() => false));
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await chat.hear('Quầy 19');
  await page.keyboard.press('Escape');

  await chat.launcher.waitFor();
  assert.equal(await focused(page), 'Hỏi trợ lý');
});

test('on a phone of 360 px the panel fills the screen, and no page is wider than it', async t => {
  const { page, chat } = await visit(t, { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  for (const path of ['/thong-bao', notice, '/rieng-tu', `/hoi?q=${encodeURIComponent(question)}`, '/']) {
    await page.goto(server.url + path);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360, `${path} is too wide`);
  }

  await chat.open();
  await chat.say(question);
  await chat.hear('Quầy 19');

  const { x, y, width, height } = await chat.panel.boundingBox();
  assert.deepEqual([x, y, width, height], [0, 0, 360, 740]);
  assert.ok(await chat.panel.evaluate(panel => [...panel.querySelectorAll('.webchat__bubble')].every(bubble => bubble.getBoundingClientRect().right <= 360)));
});

test('nothing is asked of another host, and nothing breaks the policy', async t => {
  const { page, chat } = await visit(t);
  await chat.open();
  await chat.say(question);
  await chat.hear('Quầy 19');
  for (const path of ['/thong-bao', notice, '/rieng-tu', '/hoi?q=test']) await page.goto(server.url + path);

  const hosts = new Set(page.requests.filter(url => !url.startsWith('data:') && !url.startsWith('blob:')).map(url => new URL(url).host));
  assert.deepEqual([...hosts], [new URL(server.url).host]);
  assert.deepEqual(page.faults, []);
});

test('axe finds nothing wrong on any page, nor in the open chat', async t => {
  const { page, chat } = await visit(t);
  for (const path of ['/thong-bao', notice, '/rieng-tu', '/hoi', `/hoi?q=${encodeURIComponent(question)}`, '/hoi?q=xyz', '/']) {
    await page.goto(server.url + path);
    assert.deepEqual(await violations(page), [], path);
  }
  await chat.open();
  await chat.hear('trợ lý tự động');
  assert.deepEqual(await violations(page), [], 'the welcome');
  await chat.say(question);
  await chat.hear('Quầy 19');
  assert.deepEqual(await violations(page), [], 'the answer');
});

test('the first load of / is under 60 KB over the wire, and Web Chat comes only when it is asked for', async t => {
  const page = await openPage(browser);
  t.after(() => page.context().close());
  const wire = await countBytes(page);

  await page.goto(server.url, { waitUntil: 'networkidle' });

  t.diagnostic(`/: ${wire.bytes} bytes`);
  assert.ok(wire.bytes > 0 && wire.bytes < 60_000, `${wire.bytes} bytes`);
  assert.ok(!page.requests.some(url => url.includes('webchat')));
  await new Chat(page).open();
  await until('Web Chat has come', () => wire.bytes > 500_000);
  t.diagnostic(`with the chat open: ${wire.bytes} bytes`);
});

test('what a browser has loaded once it does not load again', async t => {
  const { page, chat } = await visit(t);
  await chat.open();
  const wire = await countBytes(page);

  await page.reload();
  await chat.box.waitFor();

  t.diagnostic(`reload with the chat open: ${wire.bytes} bytes`);
  assert.ok(wire.bytes < 20_000, `${wire.bytes} bytes`);
});

async function visit(t, options = {}, site = server) {
  const page = await openPage(browser, options);
  t.after(() => page.context().close());
  await page.goto(site.url);
  return { page, chat: new Chat(page) };
}

const color = locator => locator.evaluate(element => getComputedStyle(element).backgroundColor);

const focused = page => page.evaluate(() => document.activeElement?.innerText ?? '');

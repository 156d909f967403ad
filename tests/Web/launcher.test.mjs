// The launcher where things are not as at home: without its server, and on sites of others.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Chat, launch, openPage, violations } from './browser.mjs';
import { freePort, startServer } from './server.mjs';

const question = 'nộp hồ sơ trực tiếp ở quầy nào';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), startServer()]); });
after(async () => { await browser?.close(); await server?.stop(); });

test('without the server a sentence says so, and the button that tries again works when it is back', async t => {
  const own = await startServer();
  t.after(() => own.stop());
  const { page, chat } = await visit(t, {}, own);
  await chat.launcher.waitFor();
  await own.kill();

  await chat.launcher.click();
  const sentence = chat.panel.getByText('Chưa kết nối được với trợ lý');
  await sentence.waitFor();
  assert.match(await sentence.innerText(), /02053\.800\.019/);
  assert.deepEqual(await violations(page), []);
  await own.start();
  await chat.panel.getByRole('button', { name: 'Thử lại' }).click();

  await chat.hear('trợ lý tự động');
});

test('a conversation that cannot be started, or is lost for good, is said to be so and can be tried again', async t => {
  const { page, chat } = await visit(t);
  await page.route('**/v3/directline/conversations', route => route.fulfill({ status: 500 }));
  await chat.launcher.click();
  await chat.panel.getByText('Chưa kết nối được với trợ lý').waitFor();

  await page.unroute('**/v3/directline/conversations');
  await chat.panel.getByRole('button', { name: 'Thử lại' }).click();

  await chat.hear('trợ lý tự động');
});

test('one line puts the assistant on a site of another origin, whatever its styles are', async t => {
  const site = await otherSite(t, () => own.url);
  const own = await startServer({ 'Web:Origins': site.url });
  t.after(() => own.stop());
  const { page, chat } = await visit(t, {}, site);
  const style = () => chat.launcher.evaluate(button => (({ textTransform, fontSize, color }) => ({ textTransform, fontSize, color }))(getComputedStyle(button)));
  await chat.launcher.waitFor();
  assert.deepEqual(await style(), { textTransform: 'none', fontSize: '16px', color: 'rgb(255, 255, 255)' });

  await chat.open();
  await chat.say(question);

  const answer = await chat.hear('Quầy 19');
  assert.equal(await answer.locator('p').first().evaluate(p => getComputedStyle(p).textTransform), 'none');
  assert.ok((await answer.locator('a').first().getAttribute('href')).startsWith(own.url), 'the source is on our host, not on theirs');
  assert.deepEqual(page.faults, []);
  await page.reload();
  await chat.said(question);
});

test('a site that Web:Origins does not name gets no conversation', async t => {
  const site = await otherSite(t, () => server.url);
  const { page, chat } = await visit(t, {}, site);

  await chat.launcher.click();

  await chat.panel.getByText('Chưa kết nối được với trợ lý').waitFor();
  const answer = await fetch(`${server.url}/webchat/token`, { method: 'POST', headers: { origin: site.url } });
  assert.equal(answer.status, 403);
  assert.ok(!page.requests.some(url => url.includes('/v3/directline')));
});

async function visit(t, options = {}, site = server) {
  const page = await openPage(browser, options);
  t.after(() => page.context().close());
  await page.goto(site.url);
  return { page, chat: new Chat(page) };
}

/** A page of the department's own site, with the styles that such sites have. */
async function otherSite(t, host) {
  const styles = '* { text-transform: uppercase } button, p, h2, input { color: red; font-size: 30px; margin: 3em } ul li a { float: left; color: lime } div { line-height: 4 } [hidden] { display: block }';

  const site = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8')
    .end(`<!DOCTYPE html><html lang="vi"><title>Sở</title><link rel="icon" href="data:,"><style>${styles}</style><script src="${host()}/tro-ly.js" defer></script><h1>Trang của Sở</h1></html>`));
  const port = await freePort();
  await new Promise(resolve => site.listen(port, '127.0.0.1', resolve));
  t.after(() => site.close());
  return { url: `http://127.0.0.1:${port}` };
}

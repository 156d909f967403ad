// The pages and files as plain answers over HTTP: without JavaScript, for caches, for people who ask for secrets.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { countBytes, launch, openPage } from './browser.mjs';
import { startServer } from './server.mjs';

const code = '000.00.15.H37-260914-0003';
const notice = '/thong-bao/tiep-nhan-ho-so-covid-2020';

let server;
before(async () => { server = await startServer({ 'Logging:LogLevel:Default': 'Trace', 'Logging:LogLevel:Microsoft': 'Trace' }); });
after(() => server?.stop());

test('/hoi answers in plain HTML with its source, and is kept nowhere', async () => {
  const { status, headers, text } = await get(ask('nộp hồ sơ trực tiếp ở quầy nào'));

  assert.equal(status, 200);
  assert.match(text, /Quầy 19/);
  assert.match(text, /<a href="\/thong-bao\/[a-z0-9-]+#[a-z0-9-]+">/);
  assert.doesNotMatch(text, /<script/);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.match(headers['x-robots-tag'], /noindex/);
});

test('/hoi is under 15 KB over the wire, with everything that it loads', async t => {
  const browser = await launch();
  t.after(() => browser.close());
  const page = await openPage(browser, { javaScriptEnabled: false });
  const wire = await countBytes(page);

  await page.goto(server.url + ask('hồi dịch đến nộp hồ sơ phải làm gì'), { waitUntil: 'networkidle' });
  const { text } = await get(ask('hồi dịch đến nộp hồ sơ phải làm gì'));

  t.diagnostic(`/hoi: ${wire.bytes} bytes, HTML ${Buffer.byteLength(text)} before compression`);
  assert.ok(wire.bytes < 15_000 && Buffer.byteLength(text) < 15_000);
  await page.getByLabel('Câu hỏi của quý vị').fill('nhận kết quả qua bưu điện được không');
  await page.getByRole('button', { name: 'Xem câu trả lời' }).click();
  await page.getByText(/Bưu chính công ích/).first().waitFor();
});

test('/hoi takes no dossier code, however it is written, and shows none again', async () => {
  for (const written of [code, `hồ sơ ${code.toLowerCase()} xong chưa`, code.replaceAll('-', ' – ')]) {
    const { status, text } = await get(ask(written));
    assert.equal(status, 200);
    assert.match(text, /chỉ làm được trong khung trò chuyện/);
    assert.doesNotMatch(text, /0003/);
  }
});

test('/hoi sends whoever wants to look a dossier up to the chat', async () => {
  assert.match((await get(ask('tra cứu hồ sơ'))).text, /khung trò chuyện/);
});

test('/hoi shows near topics as links', async () => {
  const { text } = await get(ask('xin chào'));
  assert.match(text, /<a href="\/hoi\?q=[^"]+" rel="nofollow">/);
});

test('/hoi shows what is asked as text, never as markup', async () => {
  const { text } = await get(ask('<img src=x onerror=alert(1)> [a](javascript:alert(1))'));
  assert.doesNotMatch(text, /<img|href="javascript/i);
});

test('/hoi asks for a shorter question, and for one at all', async () => {
  assert.match((await get(ask('a '.repeat(300)))).text, /dài quá 500 ký tự/);
  for (const nothing of ['/hoi', '/hoi?q=', '/hoi?q=%20']) {
    const { status, text } = await get(nothing);
    assert.equal(status, 200);
    assert.doesNotMatch(text, /class="answer/);
  }
});

test('nothing of a question is logged', async () => {
  await get(ask('chuyện riêng của tôi XYZZY'));
  await get('/hoi?q=%FF%FE');
  assert.match(server.output, /RazorPages/, 'everything else is');
  assert.doesNotMatch(server.output, /XYZZY|chuyện riêng|chuy%E1%BB%87n/);
});

test('a notice is a page with its facts, its validity and an address for each section', async () => {
  const { text } = await get(notice);
  assert.match(text, /không ghi số/);
  assert.match(text, /tháng 8\/2020/);
  assert.match(text, /không phải quy định đang áp dụng hôm nay/);
  assert.match(text, /<section id="quay-nop"/);
  assert.match(text, /Dành cho: công chức/);
  assert.match(text, /href="\/thong-bao\/cong-dich-vu-cong-quoc-gia"/);
  const [ids] = [[...text.matchAll(/ id="([^"]+)"/g)].map(match => match[1])];
  assert.equal(new Set(ids).size, ids.length, 'every id once');
});

test('every notice of the list opens, and every link between notices leads to its section', async () => {
  const pages = new Map();
  const open = async path => {
    if (!pages.has(path)) pages.set(path, await get(path));
    return pages.get(path);
  };
  const list = await open('/thong-bao');
  const notices = new Set([...list.text.matchAll(/href="(\/thong-bao\/[^"#]+)"/g)].map(match => match[1]));
  assert.ok(notices.size > 0);
  for (const path of notices) {
    const { status, text } = await open(path);
    assert.equal(status, 200, path);
    for (const [, target, fragment] of text.matchAll(/href="(\/[^"#?]*)(?:#([^"]+))?"/g)) {
      if (target.startsWith('/assets/')) continue;
      const there = await open(target);
      assert.equal(there.status, 200, `${path} links to ${target}`);
      if (fragment) assert.ok(there.text.includes(` id="${fragment}"`), `${path} links to ${target}#${fragment}`);
    }
  }
});

test('the privacy page says how long things are kept', async () => {
  const { text } = await get('/rieng-tu');
  assert.match(text, /giữ 90 ngày/);
  assert.match(text, /giữ 30 ngày/);
});

test('the words are all there: no key and no placeholder shows', async () => {
  const missing = /\[[a-z]+([.-][a-z-]+)+\]|\{[a-z]+(-[a-z]+)*\}/;
  for (const path of ['/', '/hoi', ask('xin chào'), ask('tra cứu hồ sơ'), '/thong-bao', notice, '/rieng-tu', '/khong-co'])
    assert.doesNotMatch((await get(path)).text, missing, path);
  const [settings] = /\{"webChat".*\}/.exec((await get('/tro-ly.js')).text);
  assert.doesNotMatch(settings, missing);
  for (const used of ['open', 'close', 'title', 'subtitle', 'loading', 'unreachable', 'retry']) assert.ok(JSON.parse(settings).words[used], used);
});

test('what is not there is said in Vietnamese, with 404, to people; programs get the bare status', async () => {
  for (const path of ['/khong-co', '/thong-bao/khong-co']) {
    const { status, text } = await get(path);
    assert.equal(status, 404);
    assert.match(text, /Không có trang này/);
  }
  assert.doesNotMatch((await get('/health/khong-co')).text, /<html/);
});

test('every page forbids what it does not need', async () => {
  for (const path of ['/', '/hoi?q=a', notice, '/khong-co']) {
    const { headers } = await get(path);
    const policy = headers['content-security-policy'];
    for (const part of ["default-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"]) assert.ok(policy.includes(part), part);
    assert.doesNotMatch(policy, /unsafe|\*/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.ok(headers['referrer-policy'] && headers['permissions-policy'] && headers['cross-origin-opener-policy']);
  }
  const nonce = async () => /'nonce-([^']+)'/.exec((await get('/')).headers['content-security-policy'])[1];
  assert.notEqual(await nonce(), await nonce());
});

test('files with a hash in their address are kept for ever, and come compressed', async () => {
  const launcher = (await get('/tro-ly.js')).text;
  const webChat = '/' + /"webChat":"([^"]+)"/.exec(launcher)[1];
  for (const path of [/href="(\/assets\/style\.[^"]+)"/.exec((await get('/')).text)[1], webChat]) {
    const plain = await get(path, { 'accept-encoding': 'identity' });
    const gzip = await get(path, { 'accept-encoding': 'gzip' });
    const brotli = await get(path, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(gzip.headers['content-encoding'], 'gzip');
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.deepEqual(gunzipSync(gzip.body), plain.body);
    assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
    assert.ok(brotli.body.length < gzip.body.length);
    for (const answer of [plain, gzip, brotli]) {
      assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.equal(answer.headers.vary, 'Accept-Encoding');
      assert.match(answer.headers['content-type'], /^text\/(css|javascript); charset=utf-8$/);
    }
    assert.equal((await get(path, { 'accept-encoding': 'br', 'if-none-match': brotli.headers.etag })).status, 304);
    assert.notEqual(brotli.headers.etag, gzip.headers.etag);
  }
  assert.equal((await get('/assets/style.0000000000000000.css')).status, 404);
});

test('the launcher, whose address does not change, is asked for again soon', async () => {
  const { headers } = await get('/tro-ly.js');
  assert.equal(headers['cache-control'], 'public, max-age=300');
  assert.equal((await get('/tro-ly.js', { 'if-none-match': headers.etag })).status, 304);
});

const ask = question => `/hoi?q=${encodeURIComponent(question)}`;

/** Not fetch, which unpacks bodies by itself. */
function get(path, headers = {}) {
  return new Promise((resolve, reject) => {
    request(server.url + path, { headers }, answer => {
      const parts = [];
      answer.on('data', part => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        resolve({ status: answer.statusCode, headers: answer.headers, body, text: body.toString('utf8') });
      });
    }).on('error', reject).end();
  });
}

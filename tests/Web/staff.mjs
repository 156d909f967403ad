// Staff before their pages: how they sign in, and what holds of every page that they open.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { violations } from './browser.mjs';
import { runCommand } from './server.mjs';

export const password = 'mưa rơi trên mái ngói';

/** Makes the first account and signs it in. */
export async function enter(page, server, name = 'hoa') {
  assert.equal(await runCommand(server, password, 'staff', 'add', name, '--role', 'administrator'), 0);
  await page.goto(`${server.url}/nhan-vien`);
  await page.getByLabel('Tên đăng nhập').fill(name);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
  await page.getByLabel(/6 chữ số/).fill(code(secret));
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByRole('link', { name: 'Tôi đã ghi lại, vào trang' }).click();
}

/** The page has its heading, no script, no word that is missing, nothing wider than the screen, and passes axe. */
export async function sound(page, heading) {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  assert.equal(await page.locator('script').count(), 0);
  assert.doesNotMatch(await page.locator('body').innerText(), /\[[a-z]+([.-][a-z-]+)+\]|\{[a-z-]+\}/);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${heading} is wider than the screen`);
  assert.deepEqual(await violations(page), [], heading);
}

/** The code of the phone now (RFC 6238). */
export function code(secret) {
  const bits = [...secret].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const hash = createHmac('sha1', Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)))).update(counter).digest();
  return String((hash.readUInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

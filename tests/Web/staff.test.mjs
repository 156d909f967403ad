// The pages of staff as they meet them on a phone, in Chromium: from the command that makes the first account to the audit log.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { runCommand, startServer } from './server.mjs';
import { code, password, sound } from './staff.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), startServer()]); });
after(async () => { await browser?.close(); await server?.stop(); });

test('an administrator signs in for the first time, adds an account and reads the log, on a phone and without a script', async t => {
  const page = await openPage(browser, { viewport: { width: 360, height: 740 } });
  t.after(() => page.context().close());
  assert.equal((await page.goto(`${server.url}/nhan-vien`)).status(), 404, 'off without an administrator');
  page.faults.length = 0;
  assert.equal(await runCommand(server, password, 'staff', 'add', 'hoa', '--role', 'administrator'), 0);

  await page.goto(`${server.url}/nhan-vien`);
  await sound(page, 'Đăng nhập');
  await page.getByLabel('Tên đăng nhập').fill('hoa');
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();

  await sound(page, 'Cài mã xác thực');
  await page.getByRole('img', { name: /QR/ }).waitFor();
  const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '');
  await page.getByLabel(/6 chữ số/).fill('000000');
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByRole('alert').waitFor();
  await sound(page, 'Cài mã xác thực');
  await page.getByLabel(/6 chữ số/).fill(code(secret));
  await page.getByRole('button', { name: 'Xác nhận' }).click();

  await sound(page, 'Mã dự phòng');
  assert.equal(await page.locator('.codes li').count(), 10);
  await page.getByRole('link', { name: 'Tôi đã ghi lại, vào trang' }).click();
  await sound(page, 'Khu vực nhân viên');

  await page.getByRole('link', { name: 'Tài khoản', exact: true }).click();
  await page.getByLabel('Tên đăng nhập').fill('binh');
  await page.getByLabel('Vai trò').selectOption('publisher');
  await page.getByLabel('Mật khẩu ban đầu').fill('nắng lên trên đồi chè');
  await page.getByRole('button', { name: 'Thêm' }).click();
  await sound(page, 'Tài khoản');
  await page.getByRole('link', { name: 'binh' }).click();
  await sound(page, 'binh');
  await page.getByRole('button', { name: 'Khóa tài khoản', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'Đã làm xong' }).waitFor();

  await page.getByRole('link', { name: 'Nhật ký' }).click();
  await sound(page, 'Nhật ký');
  assert.deepEqual(await page.locator('tbody td:nth-child(2)').allInnerTexts(),
    ['khóa tài khoản', 'thêm tài khoản', 'đăng nhập', 'cài mã xác thực', 'nhập sai mã xác thực', 'thêm tài khoản']);
  await page.getByRole('link', { name: 'Tài khoản của tôi' }).click();
  await sound(page, 'Tài khoản của tôi');

  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await sound(page, 'Đăng nhập');
  await page.goto(`${server.url}/nhan-vien/nhat-ky`);
  await sound(page, 'Đăng nhập');
  assert.deepEqual(page.faults, []);
});

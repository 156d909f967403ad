// How staff write a notice, as they meet the pages on a phone and without a script, over the real content.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openPage } from './browser.mjs';
import { startServer } from './server.mjs';
import { signInFirst, sound } from './staff.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), startServer()]); });
after(async () => { await browser?.close(); await server?.stop(); });

test('a notice is begun from a template, written, seen on each channel and asked', async t => {
  const page = await openPage(browser, { viewport: { width: 360, height: 740 } });
  t.after(() => page.context().close());
  await signInFirst(page, server, 'hoa');

  await page.getByRole('link', { name: 'Văn bản', exact: true }).click();
  await sound(page, 'Văn bản');
  await page.getByRole('link', { name: 'Độ phủ câu hỏi mẫu' }).click();
  await sound(page, 'Độ phủ câu hỏi mẫu');
  await page.getByRole('link', { name: 'Về danh sách văn bản' }).click();
  await page.getByLabel('Tình trạng').selectOption('het-han');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await sound(page, 'Văn bản');
  assert.ok(await page.locator('tbody tr').count() > 0);

  await page.getByRole('link', { name: 'Soạn văn bản mới' }).click();
  await sound(page, 'Soạn văn bản mới');
  await page.getByLabel('Tên văn bản').fill('Nghỉ Tết: lịch tiếp dân');
  await page.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await sound(page, 'Nghỉ Tết: lịch tiếp dân');
  await page.getByText('thiếu «issued»').first().waitFor();

  await page.getByLabel('Ngày ban hành', { exact: true }).fill('2026-11-20');
  await page.getByLabel('Nguồn', { exact: true }).fill('Thông báo 99/TB-SYT ngày 20/11/2026');
  await page.getByLabel('Nội dung', { exact: true }).first().fill('Sở **nghỉ tiếp dân** từ ngày 15/02 đến hết ngày 21/02.\n\n| Ngày | Việc |\n| --- | ---: |\n| 22/02 | tiếp dân lại |');
  await page.getByLabel('Người dân thường hỏi thế nào').first().fill('sở nghỉ tiếp dân dịp tết từ ngày nào => 15/02');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).first().click();
  await page.getByRole('alert').filter({ hasText: 'Đã lưu bản nháp' }).waitFor();
  await sound(page, 'Nghỉ Tết: lịch tiếp dân');
  assert.equal(await page.getByText('thiếu «').count(), 0);

  await page.getByRole('button', { name: 'Lưu và thêm mục' }).click();
  assert.equal(await page.getByLabel('Người dân thường hỏi thế nào').count(), 4);
  await page.getByText('Bỏ mục này', { exact: true }).last().click();
  await page.getByRole('button', { name: /^Bỏ hẳn mục/ }).last().click();
  assert.equal(await page.getByLabel('Người dân thường hỏi thế nào').count(), 3);

  await page.getByRole('link', { name: 'Xem như người dân thấy' }).first().click();
  await sound(page, 'Xem trước: Nghỉ Tết: lịch tiếp dân');
  assert.equal(await page.locator('.answer strong', { hasText: 'nghỉ tiếp dân' }).count(), 1);
  assert.equal(await page.locator('.answer table').count(), 1);
  assert.match(await page.locator('.bubble').first().innerText(), /Sở nghỉ tiếp dân[^]*22\/02 – tiếp dân lại/);
  await page.getByRole('link', { name: 'Về trang soạn' }).click();

  await page.getByRole('link', { name: 'Hỏi thử' }).click();
  await sound(page, 'Hỏi thử: Nghỉ Tết: lịch tiếp dân');
  await page.getByLabel('Câu hỏi').fill('tet nay so nghi tiep dan tu hom nao');
  await page.getByRole('button', { name: 'Hỏi', exact: true }).click();
  await sound(page, 'Hỏi thử: Nghỉ Tết: lịch tiếp dân');
  await page.getByText('nghi-tet-lich-tiep-dan#noi-dung').first().waitFor();
  await page.getByRole('link', { name: 'Về trang soạn' }).click();

  await page.getByRole('link', { name: 'Sửa cả tệp' }).click();
  await sound(page, 'Nghỉ Tết: lịch tiếp dân');
  await page.getByText('Xóa bản nháp', { exact: true }).click();
  await page.getByRole('button', { name: 'Xóa hẳn bản nháp' }).click();
  await sound(page, 'Văn bản');

  // The largest of the content as a form, on a phone.
  await page.goto(`${server.url}/nhan-vien/van-ban/thong-bao/tiep-nhan-ho-so-covid-2020`);
  await sound(page, 'Tiếp nhận hồ sơ và trả kết quả trong thời gian phòng, chống dịch Covid-19');
  await page.getByRole('button', { name: 'Lưu bản nháp' }).first().click();
  await page.getByText('Không có gì thay đổi').waitFor();
  assert.deepEqual(page.faults, []);
});

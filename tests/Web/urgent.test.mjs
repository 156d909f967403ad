// What staff tell everybody at once, and what they see of how the assistant is used, in Chromium: on a phone, and the citizen's page beside it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Chat, launch, openPage, violations } from './browser.mjs';
import { startServer } from './server.mjs';
import { signInFirst, sound } from './staff.mjs';

const banner = 'Ngày mai quầy đóng cửa vì bão';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), startServer({ 'Web:Quality': 'true' })]); });
after(async () => { await browser?.close(); await server?.stop(); });

test('a banner is told, a channel switched off and on, and the figures show it, on a phone', async t => {
  const staff = await openPage(browser, { viewport: { width: 360, height: 740 } });
  const citizen = await openPage(browser);
  t.after(() => Promise.all([staff.context().close(), citizen.context().close()]));
  await signInFirst(staff, server, 'hoa');

  await staff.getByRole('link', { name: 'Khẩn cấp' }).click();
  await sound(staff, 'Khẩn cấp');
  await staff.getByLabel('Nội dung').fill(banner);
  await staff.getByLabel('Kết thúc', { exact: true }).fill('2020-01-01T08:00');
  await staff.getByRole('button', { name: 'Đặt thông báo' }).click();
  await staff.getByRole('alert').filter({ hasText: 'phải sau giờ bắt đầu' }).waitFor();
  await sound(staff, 'Khẩn cấp');
  await staff.getByLabel('Kết thúc', { exact: true }).fill('2099-01-01T08:00');
  await staff.getByRole('button', { name: 'Đặt thông báo' }).click();
  await staff.getByText('đang hiện, từ').waitFor();
  await sound(staff, 'Khẩn cấp');

  await citizen.goto(server.url);
  await citizen.getByRole('region', { name: 'Thông báo', exact: true }).getByText(banner).waitFor();
  assert.deepEqual(await violations(citizen), []);
  const chat = new Chat(citizen);
  await chat.open();
  await chat.hear(banner);
  await chat.say('nộp trực tiếp ở quầy nào');
  await chat.hear('Nguồn');

  await staff.getByLabel(/^Câu báo/).first().fill('Đang bảo trì đến 14 giờ');
  await staff.getByRole('button', { name: 'Tắt trợ lý: Trang web' }).click();
  await staff.getByText('Người dân nhận câu: “Đang bảo trì đến 14 giờ”').waitFor();
  await sound(staff, 'Khẩn cấp');
  await chat.say('nộp hồ sơ qua mạng ở đâu');
  await chat.hear('Đang bảo trì đến 14 giờ');
  await staff.getByRole('button', { name: 'Bật lại trợ lý: Trang web' }).click();
  await staff.getByRole('button', { name: 'Tắt trợ lý: Trang web' }).waitFor();
  await staff.getByRole('button', { name: 'Kết thúc thông báo này' }).click();
  await staff.getByText('Không có thông báo khẩn nào').waitFor();

  await staff.getByRole('link', { name: 'Số liệu', exact: true }).click();
  await sound(staff, 'Số liệu');
  assert.equal(await staff.getByRole('img', { name: 'Câu hỏi theo giờ trong ngày' }).count(), 1);
  await staff.getByText('Bảng số: Cuộc trò chuyện theo kênh').click();
  await staff.getByRole('row', { name: 'Trang web 1' }).waitFor();
  await sound(staff, 'Số liệu');
  await staff.getByRole('link', { name: '90 ngày qua' }).click();
  await sound(staff, 'Số liệu');
  const [file] = await Promise.all([staff.waitForEvent('download'), staff.getByRole('link', { name: /CSV/ }).click()]);
  assert.match(file.suggestedFilename(), /^so-lieu-.*\.csv$/);

  await staff.getByRole('link', { name: 'Nhật ký' }).click();
  await staff.getByRole('cell', { name: 'tắt trợ lý trên một kênh' }).waitFor();
  await sound(staff, 'Nhật ký');
  await citizen.goto(`${server.url}/chat-luong`);
  await citizen.getByRole('heading', { level: 1, name: 'Trợ lý trả lời tốt đến đâu' }).waitFor();
  assert.deepEqual(await violations(citizen), []);
  assert.deepEqual([...staff.faults, ...citizen.faults], []);
});

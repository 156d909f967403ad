// From a Word file to what citizens are told, and back: as staff do it in Chromium, on each store.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Chat, launch, openPage } from './browser.mjs';
import { docx } from './docx.mjs';
import { startServer } from './server.mjs';
import { signInFirst, sound } from './staff.mjs';
import { startStandIn } from './stand-in.mjs';
import { until } from './until.mjs';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const phone = { viewport: { width: 360, height: 740 } };

const word = docx([
  'SỞ Y TẾ LẠNG SƠN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Số: 12/TB-SYT', 'Lạng Sơn, ngày 20 tháng 11 năm 2026',
  { title: 'THÔNG BÁO' }, { title: 'Về việc phát phiếu khám sàng lọc ở nhà văn hóa' }, 'Sở Y tế thông báo như sau:', { title: '1. Nơi phát phiếu khám sàng lọc' }, 'Phiếu khám sàng lọc phát tại nhà văn hóa Kỳ Lừa, từ 7 giờ 15.',
  { rows: [['Ngày', 'Buổi'], ['Thứ ba', 'Sáng']] }, 'Nơi nhận:', '- Lưu: VT.', 'GIÁM ĐỐC', 'Nguyễn Văn Mẫu',
]);

let browser;
before(async () => { browser = await launch(); });
after(() => browser?.close());

for (const store of ['SQLite', 'PostgreSQL']) {
  test(`staff import, try, publish, take back and answer, on ${store}`, { timeout: 300_000 }, async t => {
    const postgres = store === 'PostgreSQL' ? await startStandIn('postgres') : null;
    const folders = [];
    const servers = [];
    t.after(async () => {
      for (const server of servers) await server.stop();
      await postgres?.stop();
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });
    const node = async () => {
      const folder = join(mkdtempSync(join(tmpdir(), 'noi-dung-')), 'content');
      cpSync(content, folder, { recursive: true });
      folders.push(folder);
      servers.push(await startServer({ 'Content:Path': folder, ...(postgres && { 'Storage:Postgres': postgres.connection }) }));
      return servers.at(-1);
    };
    const server = await node();
    // Where nodes share the store, citizens are asked for by another than staff work at.
    const other = postgres ? await node() : server;
    const page = await openPage(browser, phone);
    page.setDefaultTimeout(15_000);
    await signInFirst(page, server, 'hoa');

    let notice;
    await t.test('a Word file becomes a draft', async () => {
      await page.goto(`${server.url}/nhan-vien/van-ban`);
      await sound(page, 'Văn bản');
      await page.getByRole('link', { name: 'Soạn văn bản mới' }).click();
      await sound(page, 'Soạn văn bản mới');
      await page.getByLabel('Tệp Word').setInputFiles({ name: 'không phải.docx', mimeType: 'application/zip', buffer: Buffer.from('PK không phải') });
      await page.getByRole('button', { name: 'Nhập tệp Word' }).click();
      await page.getByRole('alert').filter({ hasText: 'không phải là tệp Word' }).waitFor();
      await page.getByLabel('Tệp Word').setInputFiles({ name: 'phieu-kham.docx', mimeType: 'application/zip', buffer: word });
      await page.getByRole('button', { name: 'Nhập tệp Word' }).click();
      await page.getByRole('heading', { name: 'Chưa đưa vào từ tệp Word' }).waitFor();
      notice = new URL(page.url()).pathname.split('/').slice(-2).join('/');
      assert.equal(await page.getByLabel('Số văn bản').inputValue(), '12/TB-SYT');
      assert.equal(await page.getByLabel('Ngày ban hành').inputValue(), '2026-11-20');
      assert.equal(await page.getByLabel('Người ký').inputValue(), 'GIÁM ĐỐC\nNguyễn Văn Mẫu');
    });

    await t.test('it is edited, with a question, and tried', async () => {
      const section = page.locator('fieldset').filter({ hasText: 'Nơi phát phiếu khám sàng lọc' }).first();
      await section.getByLabel('Người dân thường hỏi thế nào').fill('phát phiếu khám sàng lọc ở đâu\nlay phieu kham sang loc cho nao => Kỳ Lừa');
      const opening = page.locator('fieldset').filter({ hasText: 'Mở đầu' }).last();
      await opening.getByText('Bỏ mục này').click();
      await opening.getByRole('button', { name: 'Bỏ hẳn mục' }).click();
      await page.getByText('Đã lưu bản nháp.').waitFor();
      await page.getByRole('button', { name: 'Lưu bản nháp' }).first().click();
      await page.getByText('Không có gì thay đổi').waitFor();
      await page.getByRole('link', { name: 'Xem trước' }).click();
      await page.getByText('nhà văn hóa Kỳ Lừa').nth(2).waitFor();
      await sound(page, await page.getByRole('heading', { level: 1 }).innerText());
      await page.getByRole('link', { name: 'Về trang soạn' }).click();
      await page.getByRole('link', { name: 'Hỏi thử' }).click();
      await page.getByLabel('Câu hỏi').fill('fieu kham sang loc fat o dau');
      await page.getByRole('button', { name: 'Hỏi', exact: true }).click();
      await page.locator('.answer').filter({ hasText: 'nhà văn hóa Kỳ Lừa' }).first().waitFor();
      await sound(page, await page.getByRole('heading', { level: 1 }).innerText());
    });

    await t.test('it is published and answers on every node', async () => {
      await page.getByRole('link', { name: 'Về trang soạn' }).click();
      await page.getByRole('link', { name: 'Xuất bản', exact: true }).click();
      await sound(page, await page.getByRole('heading', { level: 1 }).innerText());
      await publish('thông báo mới');
      await answers(other, 'phat phieu kham sang loc o dau', /Kỳ Lừa/);
      if (postgres) assert.ok(existsSync(join(folders[1], 'notices/thong-bao')), 'the other node has it on disk');
    });

    await t.test('a change that loses answers is refused until each loss is ticked, and taken back with one press', async () => {
      await page.goto(`${server.url}/nhan-vien/van-ban/${notice}?tep=true`);
      const text = await page.getByLabel('Cả tệp').inputValue();
      await page.getByLabel('Cả tệp').fill(text.replaceAll('nhà văn hóa Kỳ Lừa', 'trạm y tế').replaceAll('=> Kỳ Lừa', ''));
      await page.getByRole('button', { name: 'Lưu bản nháp' }).first().click();
      await page.getByText('Đã lưu bản nháp.').waitFor();
      await page.goto(`${server.url}/nhan-vien/xuat-ban/${notice}`);
      const ticks = page.getByRole('checkbox');
      assert.ok(await ticks.count() > 0, 'a loss is shown');
      await page.getByLabel('Lý do xuất bản').fill('đổi nơi phát');
      await page.getByRole('button', { name: 'Xuất bản', exact: true }).click();
      await page.getByRole('alert').filter({ hasText: 'chưa được đánh dấu' }).waitFor();
      await sound(page, await page.getByRole('heading', { level: 1 }).innerText());
      await publish('đổi nơi phát');
      await answers(other, 'phat phieu kham sang loc o dau', /trạm y tế/);
      await page.goto(`${server.url}/nhan-vien/phien-ban/${notice}`);
      await sound(page, await page.getByRole('heading', { level: 1 }).innerText());
      await page.getByRole('button', { name: 'Lấy lại bản trước' }).click();
      await answers(other, 'phat phieu kham sang loc o dau', /Kỳ Lừa/);
    });

    await t.test('what is changed on disk is a version, too', async () => {
      const file = join(folders[0], `notices/${notice}.md`);
      writeFileSync(file, readFileSync(file, 'utf8').replace('7 giờ 15', '7 giờ 30'));
      await answers(other, 'phat phieu kham sang loc o dau', /7 giờ 30/);
      await until('the change is a version', async () => {
        await page.goto(`${server.url}/nhan-vien/phien-ban/${notice}`);
        return (await page.locator('tbody').innerText()).includes('đổi trên đĩa');
      });
    });

    await t.test('who was not answered is told later, if he wished it', async () => {
      const citizen = await openPage(browser, phone);
      t.after(() => citizen.context().close());
      await citizen.goto(other.url);
      const chat = new Chat(citizen);
      await chat.open();
      await chat.say('cho hỏi mua vé xem xiếc ở đâu <b>x</b>');
      await chat.hear('Quý vị có muốn tôi nhắn lại');
      await chat.say('báo tôi');
      await chat.hear('Khi có câu trả lời, tôi sẽ nhắn');

      await page.goto(`${server.url}/nhan-vien/chua-tra-loi`);
      await sound(page, 'Chưa trả lời được');
      await page.getByRole('link', { name: /vé xem xiếc/ }).click();
      await page.getByRole('link', { name: 'Thêm làm câu hỏi mẫu' }).first().click();
      await sound(page, 'Thêm câu hỏi mẫu');
      await page.getByLabel(/Tìm mục khác/).fill('phieu kham');
      await page.getByRole('button', { name: 'Tìm' }).click();
      await page.getByLabel('Câu hỏi mẫu').fill('mua vé xem xiếc ở đâu');
      await page.getByRole('radio').first().check();
      await page.getByRole('button', { name: 'Thêm vào bản nháp' }).click();
      if (await page.getByRole('button', { name: 'Tôi đã xem, vẫn thêm' }).isVisible()) await page.getByRole('button', { name: 'Tôi đã xem, vẫn thêm' }).click();
      await page.waitForURL(/\/van-ban\//);
      assert.match(await page.locator('main').innerHTML(), /mua vé xem xiếc ở đâu/);

      await page.goto(`${server.url}/nhan-vien/chua-tra-loi`);
      await page.getByRole('link', { name: /vé xem xiếc/ }).click();
      await page.getByRole('link', { name: 'Trả lời những người đang chờ' }).click();
      await page.getByLabel('Câu trả lời').fill('Vé xem xiếc do Nhà văn hóa bán, không thuộc Sở Y tế.');
      await page.getByRole('button', { name: 'Gửi' }).click();
      await page.getByText('Đã gửi cho 1 người.').waitFor();
      await chat.hear('Vé xem xiếc do Nhà văn hóa bán');
    });

    await t.test('the figures and the log can be read', async () => {
      for (const path of ['so-lieu', 'khan-cap', 'nhat-ky', 'van-ban/do-phu', '']) {
        await page.goto(`${server.url}/nhan-vien/${path}`);
        await sound(page, await page.getByRole('heading', { level: 1 }).innerText());
      }
    });
    assert.deepEqual(page.faults, []);
    await page.context().close();

    // Whatever the gate shows is accepted: what a new notice draws to itself is the content's matter, not this test's.
    async function publish(reason) {
      for (const tick of await page.getByRole('checkbox').all()) await tick.check();
      await page.getByLabel('Lý do xuất bản').fill(reason);
      await page.getByRole('button', { name: 'Xuất bản', exact: true }).click();
      await page.getByText('Đã xuất bản.').waitFor();
    }

    async function answers(at, question, what) {
      await until(`«${question}» is answered with ${what}`, async () => what.test(await (await fetch(`${at.url}/hoi?q=${encodeURIComponent(question)}`)).text()), 5_000);
    }
  });
}

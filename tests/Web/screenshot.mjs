// A picture of a conversation at a phone's width:  node screenshot.mjs PATH.png [question …]
import { Chat, launch, openPage } from './browser.mjs';
import { startServer } from './server.mjs';

const [path, ...questions] = process.argv.slice(2);
if (!path) {
  console.error('node screenshot.mjs PATH.png [question …]');
  process.exit(2);
}

const server = await startServer();
const browser = await launch();
const page = await openPage(browser, { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
await page.goto(server.url);
const chat = new Chat(page);
await chat.open();
await chat.hear('trợ lý tự động');
const bubbles = chat.panel.locator('.webchat__bubble:not(.webchat__bubble--from-user)');
for (const question of questions.length > 0 ? questions : ['nhan ket qua qua buu dien duoc ko']) {
  const before = await bubbles.count();
  await chat.say(question);
  await bubbles.nth(before).waitFor();
}
await page.evaluate(() => document.activeElement.blur());
// Until nothing moves any more.
await page.evaluate(() => Promise.all(document.getAnimations().map(animation => animation.finished)));
await page.waitForLoadState('networkidle');
await page.screenshot({ path });
await browser.close();
await server.stop();

// Headless Chromium that makes no request of its own, and what the tests ask of a page in it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** A page in a browser of its own cookies, that notes every request, error and breach of its policy. */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN', ...options });
  const page = await context.newPage();
  page.requests = [];
  page.faults = [];
  context.on('request', request => page.requests.push(request.url()));
  page.on('pageerror', error => page.faults.push(`error: ${error.message}`));
  page.on('console', message => { if (message.type() === 'error') page.faults.push(`console: ${message.text()}`); });
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', event => console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`)));
  return page;
}

/** The chat of a page, as a citizen uses it. */
export class Chat {
  constructor(page) {
    this.page = page;
    this.launcher = page.getByRole('button', { name: 'Hỏi trợ lý', exact: true });
    // Web Chat has a dialog of its own, its help for the keyboard.
    this.panel = page.getByRole('dialog', { name: 'Trợ lý thủ tục hành chính' });
    this.closer = this.panel.getByRole('button', { name: 'Đóng khung trò chuyện' });
    this.buttons = this.panel.getByRole('toolbar', { name: 'Gợi ý để bấm' }).getByRole('button');
    this.box = this.panel.getByRole('textbox', { name: 'Ô nhập câu hỏi' });
  }

  async open() {
    await this.launcher.click();
    await this.box.waitFor();
  }

  async say(text) {
    await this.box.fill(text);
    await this.box.press('Enter');
  }

  /** Waits for a message of the bot with this text. */
  hear(text) {
    const message = this.panel.locator('.webchat__bubble:not(.webchat__bubble--from-user)').filter({ hasText: text }).last();
    return message.waitFor().then(() => message);
  }

  /** Waits until a message of the citizen stands there as sent. */
  async said(text) {
    await this.panel.locator('.webchat__bubble--from-user').filter({ hasText: text }).last().waitFor();
  }
}

/** What axe finds against WCAG A and AA; an empty list is the aim. */
export async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }));
  return result.violations.map(violation => `${violation.id}: ${violation.nodes.map(node => node.target.join(' ')).join(' | ')}`);
}

/** Counts the bytes that come over the wire from now on. */
export async function countBytes(page) {
  const session = await page.context().newCDPSession(page);
  const count = { bytes: 0 };
  await session.send('Network.enable');
  session.on('Network.loadingFinished', event => { count.bytes += event.encodedDataLength; });
  return count;
}

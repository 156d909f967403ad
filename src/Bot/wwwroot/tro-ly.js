// The launcher: a button that opens the assistant in the page it stands in. One line puts it on any page of an allowed origin:
//   <script src="https://HOST/tro-ly.js" defer></script>
// Web Chat, forty times its size, is fetched at the first press only.
(() => {
  'use strict';

  // The server writes the addresses and the words of content/pages/launcher.md here.
  const { webChat, style, words, webChatWords } = '@settings';

  const script = document.currentScript;
  if (!script || document.querySelector('.tro-ly')) return;
  const home = new URL('.', script.src);
  const nonce = script.nonce || undefined;
  const phone = matchMedia('(max-width: 36rem)');
  const ConnectionStatus = { Online: 2, ExpiredToken: 3, FailedToConnect: 4, Ended: 5 };
  const StartLimit = 15_000;

  const launcher = make('button', { class: 'tro-ly-launcher', type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false' }, words.open);
  const closer = make('button', { class: 'tro-ly-close', type: 'button', 'aria-label': words.close }, '×');
  const message = make('p', { role: 'status' });
  const retry = make('button', { class: 'tro-ly-retry', type: 'button', hidden: '' }, words.retry);
  const notice = make('div', { class: 'tro-ly-notice' }, message, retry);
  const place = make('div', { class: 'tro-ly-chat', hidden: '' });
  const panel = make('dialog', { class: 'tro-ly-panel', 'aria-labelledby': 'tro-ly-title' },
    make('div', { class: 'tro-ly-head' },
      make('div', {},
        make('h2', { id: 'tro-ly-title' }, words.title),
        make('p', {}, words.subtitle)),
      closer),
    notice, place);
  const root = make('div', { class: 'tro-ly', lang: 'vi' }, launcher, panel);

  let talk = null;

  launcher.addEventListener('click', () => open(true));
  closer.addEventListener('click', () => panel.close());
  retry.addEventListener('click', () => { closer.focus(); start(true); });
  panel.addEventListener('close', () => {
    launcher.hidden = false;
    launcher.setAttribute('aria-expanded', 'false');
    remember(false);
    launcher.focus();
  });
  // On the window, so that Web Chat, which uses Escape for its own moves, comes first.
  window.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented && panel.contains(event.target)) panel.close();
  });
  // A keyboard on the screen covers the box to write in, unless the panel shrinks to what is left.
  window.visualViewport?.addEventListener('resize', () => panel.style.setProperty('--tro-ly-height', `${visualViewport.height}px`));

  // The button shows once its style is there, and the talk of before comes back after a reload.
  const sheet = make('link', { rel: 'stylesheet', href: new URL(style, home).href });
  sheet.addEventListener('load', () => {
    document.body.append(root);
    if (remembered()) open(false);
  });
  document.head.append(sheet);

  function open(byHand) {
    launcher.hidden = true;
    launcher.setAttribute('aria-expanded', 'true');
    if (phone.matches) panel.showModal();
    // Nobody asked for the focus when a page reloads, and show() would take it.
    else if (byHand) panel.show();
    else panel.setAttribute('open', '');
    remember(true);
    if (!talk) start(byHand);
    else if (byHand && !place.hidden) focusBox();
  }

  async function start(byHand) {
    end();
    show(words.loading);
    const mine = talk = { started: Date.now() };
    try {
      const [access] = await Promise.all([requestToken(), loadWebChat()]);
      if (talk !== mine) return;
      mine.takesFocus = byHand;
      render(mine, access);
    } catch (error) {
      if (talk !== mine) return;
      console.error('Trợ lý:', error);
      fail();
    }
  }

  /** The right to talk; the same browser gets its conversation back, by a cookie that no script sees. */
  async function requestToken() {
    const response = await fetch(new URL('webchat/token', home), { method: 'POST', credentials: 'include', signal: AbortSignal.timeout(StartLimit) });
    if (!response.ok) throw new Error(`webchat/token answered ${response.status}`);
    return response.json();
  }

  function loadWebChat() {
    if (window.WebChat) return;
    return new Promise((resolve, reject) => {
      const element = make('script', { src: new URL(webChat, home).href });
      if (nonce) element.nonce = nonce;
      element.addEventListener('load', resolve);
      element.addEventListener('error', () => {
        element.remove();
        reject(new Error('Web Chat was not loaded'));
      });
      document.head.append(element);
    });
  }

  function render(mine, { token }) {
    const { createDirectLine, createStore, renderWebChat } = window.WebChat;
    mine.node = make('div', {});
    // The token names the conversation, and starting it again streams it from its first word: so a reload brings it all back.
    mine.line = createDirectLine({ domain: new URL('v3/directline', home).href, token });
    mine.line.connectionStatus$.subscribe(status => { if (talk === mine) follow(mine, status); });
    place.append(mine.node);
    const store = createStore({}, ({ dispatch }) => next => action => {
      // The bot greets those who join; Web Chat says nothing by itself.
      if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED')
        dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'webchat/join', value: { language: 'vi-VN' } } });
      return next(action);
    });
    renderWebChat({ directLine: mine.line, store, nonce, locale: 'vi-VN', overrideLocalizedStrings: webChatWords, styleOptions: look() }, mine.node);
  }

  function follow(mine, status) {
    if (status === ConnectionStatus.Online) reveal(mine);
    else if (status === ConnectionStatus.FailedToConnect) fail();
    // After a night's sleep the token has run out, or the talk was deleted: begin anew, but not in a circle.
    else if (status === ConnectionStatus.ExpiredToken || status === ConnectionStatus.Ended)
      if (Date.now() - mine.started > StartLimit) start(false);
      else fail();
  }

  /** Not before the connection stands: until then Web Chat takes what is typed and does not send it. */
  function reveal(mine) {
    notice.hidden = true;
    place.hidden = false;
    if (mine.takesFocus) focusBox();
    mine.takesFocus = false;
  }

  function end() {
    // Forgotten first: its last word, that it has ended, is no reason to begin anew.
    const ended = talk;
    talk = null;
    ended?.line?.end();
    place.replaceChildren();
  }

  function fail() {
    end();
    show(words.unreachable);
    retry.hidden = false;
  }

  function show(text) {
    place.hidden = true;
    notice.hidden = false;
    retry.hidden = true;
    message.textContent = text;
  }

  function look() {
    const brand = '#0b4f4a', deep = '#083b37', soft = '#eef5f3', ink = '#1b2624', quiet = '#4b5a57', line = '#cfdad8';
    return {
      primaryFont: 'inherit', accent: brand, subtle: quiet, backgroundColor: '#fff', timestampColor: quiet, paddingRegular: 12,
      bubbleBackground: soft, bubbleBorderColor: soft, bubbleBorderRadius: 12, bubbleTextColor: ink, bubbleMinWidth: 0, bubbleMaxWidth: 640,
      bubbleFromUserBackground: brand, bubbleFromUserBorderColor: brand, bubbleFromUserBorderRadius: 12, bubbleFromUserTextColor: '#fff',
      suggestedActionLayout: 'flow', suggestedActionBorderRadius: 20, suggestedActionBorderWidth: 1, suggestedActionBorderColor: brand,
      suggestedActionTextColor: brand, suggestedActionBackgroundColorOnHover: soft, suggestedActionKeyboardFocusIndicatorBorderColor: deep,
      suggestedActionKeyboardFocusIndicatorBorderRadius: 18, suggestedActionKeyboardFocusIndicatorBorderStyle: 'solid',
      sendBoxHeight: 52, sendBoxTextColor: ink, sendBoxPlaceholderColor: quiet, sendBoxButtonColor: brand, sendBoxBorderTop: `solid 1px ${line}`,
      sendBoxTextWrap: true, hideUploadButton: true, markdownRenderHTML: false, emojiSet: {},
      // A long answer is read from its first line, which says it, and not from its last.
      autoScrollSnapOnActivity: true, autoScrollSnapOnPage: true,
    };
  }

  /** Where there is a mouse or a keyboard; on a phone the keyboard would cover what the assistant says. */
  function focusBox() {
    if (!matchMedia('(pointer: fine)').matches) return;
    const find = () => place.querySelector('[data-id="webchat-sendbox-input"]');
    if (find()) return find().focus();
    const watch = new MutationObserver(() => {
      if (!find()) return;
      watch.disconnect();
      find().focus();
    });
    watch.observe(place, { childList: true, subtree: true });
  }

  // Some browsers forbid storage to pages; then a reload finds the panel closed.
  function remember(isOpen) {
    try { isOpen ? sessionStorage.setItem('tro-ly', 'open') : sessionStorage.removeItem('tro-ly'); } catch { /* nothing is lost but that */ }
  }

  function remembered() {
    try { return sessionStorage.getItem('tro-ly') === 'open'; } catch { return false; }
  }

  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }
})();

// Who may call /api/messages: the real SDK's verdict on good and forged tokens beside ours, which must never be the milder one.
import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import connector from 'botframework-connector';
import { freePort, startServer } from './server.mjs';

const { AuthenticationConstants, ChannelValidation, JwtTokenValidation, SimpleCredentialProvider } = connector;

const appId = '0f6c1b1e-7a54-4c55-9d3a-2f4f3c2b1a00';
const serviceUrl = 'https://smba.trafficmanager.net/apac/';
const channelIssuer = 'https://api.botframework.com';
const emulatorIssuer = 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0';
const foreign = '11111111-2222-3333-4444-555555555555';
const foreignIssuer = `https://login.microsoftonline.com/${foreign}/v2.0`;

const good = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const encode = value => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const now = () => Math.floor(Date.now() / 1000);

const jwk = (kid, more) => {
  const { n, e } = good.publicKey.export({ format: 'jwk' });
  return { kty: 'RSA', use: 'sig', kid, n, e, ...more };
};
const nameless = jwk('', { endorsements: ['msteams'] });
delete nameless.kid;
const keys = [jwk('endorsed', { endorsements: ['msteams', 'webchat'] }), jwk('plain'), jwk('empty', { endorsements: [] }), nameless];

const channel = change => ({ iss: channelIssuer, aud: appId, serviceurl: serviceUrl, nbf: now() - 60, exp: now() + 3600, ...change });
const emulator = change => ({ iss: emulatorIssuer, aud: appId, ver: '2.0', azp: appId, nbf: now() - 60, exp: now() + 3600, ...change });

/** A token; `raw` are the very letters of its payload, `by` is who signs. */
function strike(claims, { header = {}, by = good, algorithm = 'RS256', raw = null, kid = 'endorsed' } = {}) {
  const signed = `${encode({ alg: algorithm, typ: 'JWT', ...(kid === null ? {} : { kid }), ...header })}.${encode(raw ?? claims)}`;
  return `${signed}.${signature(signed, by, algorithm)}`;
}

function signature(signed, by, algorithm) {
  if (algorithm === 'none') return '';
  if (algorithm === 'HS256') return createHmac('sha256', by.publicKey.export({ type: 'spki', format: 'pem' })).update(signed).digest('base64url');
  return sign(`sha${algorithm.slice(2)}`, Buffer.from(signed), by.privateKey).toString('base64url');
}

// Of a kind that is acknowledged and not answered: the services that are named are Microsoft's own.
const unanswered = { type: 'typing', conversation: { id: '19:x' }, from: { id: '29:x' } };
const without = (claims, name) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
const onEmulator = { emulator: true };

// [what, the token (or the whole header), what both must say, what else of the activity]. true: accepted; false: refused;
// 'stricter': they accept it, we do not; 'milder': the other way round, for a reason that is given.
const cases = [
  ['a good token of a channel', () => strike(channel()), true],
  ['a good token with RS384', () => strike(channel(), { algorithm: 'RS384' }), true],
  ['a good token with RS512', () => strike(channel(), { algorithm: 'RS512' }), true],
  ['a token without nbf', () => strike(without(channel(), 'nbf')), true],
  ['expired four minutes ago', () => strike(channel({ exp: now() - 240 })), true],
  ['begins in four minutes', () => strike(channel({ nbf: now() + 240 })), true],
  ['a good token of the Emulator', () => strike(emulator()), true, onEmulator],
  ['a good token of the Emulator, version 1', () => strike({ ...without(emulator(), 'azp'), iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0', appid: appId }), true, onEmulator],

  ['no header', () => ({ header: '' }), false],
  ['another scheme', () => ({ header: `Basic ${strike(channel())}` }), false],
  ['the scheme in small letters', () => ({ header: `bearer ${strike(channel())}` }), false],
  ['no token at all', () => 'nonsense', false],
  ['alg none', () => strike(channel(), { algorithm: 'none' }), false],
  ['alg none with a signature', () => strike(channel(), { header: { alg: 'none' } }), false],
  ['HS256 with the public key as the secret', () => strike(channel(), { algorithm: 'HS256' }), false],
  ['another algorithm than it names', () => strike(channel(), { header: { alg: 'RS512' } }), false],
  ['signed by a stranger under a known key id', () => strike(channel(), { by: stranger }), false],
  ['a key id that nobody published', () => strike(channel(), { kid: 'unknown' }), false],
  ['a payload under another signature', () => { const [h, , s] = strike(channel()).split('.'); return `${h}.${encode(channel({ x: 1 }))}.${s}`; }, false],
  ['another issuer', () => strike(channel({ iss: 'https://evil.example' })), false],
  ['the government\'s issuer', () => strike(channel({ iss: 'https://api.botframework.us' })), false],
  ['a list of two issuers', () => strike(channel({ iss: [channelIssuer, 'https://evil.example'] })), false],
  ['another audience', () => strike(channel({ aud: foreign })), false],
  ['a list of audiences', () => strike(channel({ aud: [appId, foreign] })), false],
  ['a list of our audience alone', () => strike(channel({ aud: [appId] })), false],
  ['no audience', () => strike(without(channel(), 'aud')), false],
  ['expired six minutes ago', () => strike(channel({ exp: now() - 360 })), false],
  ['begins in six minutes', () => strike(channel({ nbf: now() + 360 })), false],
  ['an end that is a text', () => strike(channel({ exp: String(now() + 3600) })), false],
  ['another service', () => strike(channel({ serviceurl: 'https://evil.example/' })), false],
  ['the service without its last slash', () => strike(channel()), false, { serviceUrl: serviceUrl.slice(0, -1) }],
  ['no service in the token', () => strike(without(channel(), 'serviceurl')), false],
  ['a channel that the key is not endorsed for', () => strike(channel()), false, { channelId: 'facebook' }],
  ['a skill\'s token', () => strike(emulator({ azp: foreign })), false, onEmulator],
  ['an anonymous skill', () => strike(channel({ appid: 'AnonymousSkill' })), false],
  ['the Emulator\'s without its version', () => strike(without(emulator(), 'ver')), false, onEmulator],
  ['the Emulator\'s of an unknown version', () => strike(emulator({ ver: '3.0' })), false, onEmulator],
  ['the Emulator\'s of no app', () => strike(without(emulator(), 'azp')), false, onEmulator],
  ['the Emulator\'s by a stranger', () => strike(emulator(), { by: stranger }), false, onEmulator],

  ['a token without an end', () => strike(without(channel(), 'exp')), 'stricter'],
  ['no key id, and a published key has none', () => strike(channel(), { kid: null }), 'stricter'],
  ['a key without endorsements', () => strike(channel(), { kid: 'plain' }), 'stricter'],
  ['a key with an empty list of endorsements', () => strike(channel(), { kid: 'empty' }), 'stricter'],
  ['a blank channel', () => strike(channel()), 'stricter', { channelId: ' ' }],
  ['an empty service, and another in the token', () => strike(channel()), 'stricter', { serviceUrl: '' }],
  ['a claim that stands twice', () => strike(null, { raw: JSON.stringify(channel()).replace('{', '{"aud":"another",') }), 'stricter'],
  ['an extension that must be understood', () => strike(channel(), { header: { crit: ['x'], x: 1 } }), 'stricter'],
  ['a token of 17,000 letters', () => strike(channel({ filler: 'x'.repeat(12_500) })), 'stricter'],
  ['our own token for the connector, sent back', () => strike(emulator({ aud: channelIssuer })), 'stricter', onEmulator],
  ['the Emulator\'s of a version that its issuer does not write', () => strike(emulator({ ver: '1.0', appid: appId })), 'stricter', onEmulator],
  ['a foreign tenant that names itself', () => strike(emulator({ iss: foreignIssuer, tid: foreign })), 'stricter', onEmulator],
  ['the same foreign tenant, once it was named', () => strike(emulator({ iss: foreignIssuer })), 'stricter', onEmulator],

  // The SDK for .NET ignores case here too; host names have none.
  ['the service in large letters', () => strike(channel()), 'milder', { serviceUrl: serviceUrl.toUpperCase() }],
];

let bot, microsoft;
before(async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  microsoft = createServer((request, answer) => {
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(request.url === '/keys' ? { keys } : { issuer: channelIssuer, jwks_uri: `${address}/keys` }));
  });
  await new Promise(resolve => microsoft.listen(port, '127.0.0.1', resolve));
  ChannelValidation.OpenIdMetadataEndpoint = `${address}/metadata`;
  AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl = `${address}/metadata`;
  bot = await startServer(registered(address));
});
after(async () => {
  await bot?.stop();
  microsoft?.close();
  microsoft?.closeAllConnections();
});

for (const [what, make, expected, more] of cases) {
  const verdict = expected === true ? 'both accept' : expected === false ? 'both refuse' : expected === 'stricter' ? 'only the SDK accepts' : 'only we accept';
  test(`${verdict}: ${what}`, async () => {
    const made = make();
    const header = made.header ?? `Bearer ${made}`;
    const activity = { channelId: more?.channelId ?? 'msteams', serviceUrl: more?.serviceUrl ?? serviceUrl, ...unanswered };

    const theirs = await judge(activity, header);
    const ours = await call(bot, activity, header);

    assert.equal(theirs, expected === true || expected === 'stricter', 'the SDK\'s verdict');
    assert.equal(ours === 200, expected === true || expected === 'milder', `our verdict: ${ours}`);
    if (ours !== 200) assert.ok([401, 403].includes(ours), `${ours}`);
  });
}

test('without its switch no token of the Emulator gets in', async t => {
  const strict = await startServer({ ...registered(`http://127.0.0.1:${microsoft.address().port}`), 'Channels:Connector:Emulator': 'false' });
  t.after(() => strict.stop());
  const activity = { channelId: 'emulator', serviceUrl: 'http://localhost:56150', ...unanswered };

  for (const [what, make, , more] of cases.filter(([, , , more]) => more?.emulator)) {
    assert.notEqual(await call(strict, activity, `Bearer ${make()}`), 200, what);
  }
  assert.equal(await call(strict, { ...activity, channelId: 'msteams', serviceUrl }, `Bearer ${strike(channel())}`), 200);
});

test('no token stands in the log', () => assert.doesNotMatch(bot.output, /eyJ[A-Za-z0-9_-]{10}/));

function registered(address) {
  return {
    'Channels:Connector:AppId': appId, 'Channels:Connector:AppPassword': 'x', 'Channels:Connector:Emulator': 'true',
    'Channels:Connector:OpenIdMetadataUrl': `${address}/metadata`, 'Channels:Connector:EmulatorMetadataUrl': `${address}/metadata`,
  };
}

async function judge(activity, header) {
  // The SDK prints its refusals, keys included.
  const { error } = console;
  console.error = () => {};
  try {
    const identity = await JwtTokenValidation.authenticateRequest(activity, header, new SimpleCredentialProvider(appId, 'x'), undefined);
    return identity.isAuthenticated;
  } catch {
    return false;
  } finally {
    console.error = error;
  }
}

async function call(server, activity, header) {
  const answer = await fetch(`${server.url}/api/messages`, {
    method: 'POST', body: JSON.stringify(activity), headers: { 'content-type': 'application/json', ...(header ? { authorization: header } : {}) },
  });
  return answer.status;
}

// The archived SDK's echo bot in JavaScript, for comparison: no authentication, replies in the response.
import http from 'node:http';
import { createRequire } from 'node:module';
const { CloudAdapter, ConfigurationBotFrameworkAuthentication, ActivityHandler } = createRequire(import.meta.url)('botbuilder');

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(context.activity.text);
  await next();
});

http.createServer((request, response) => {
  let text = '';
  request.on('data', part => (text += part));
  request.on('end', () => {
    if (request.method !== 'POST') return response.writeHead(404).end();
    const headers = request.headers;
    // The adapter expects an Express-like request and response.
    const answer = {
      status(code) { response.statusCode = code; return this; },
      header(name, value) { response.setHeader(name, value); return this; },
      send(body) { if (body !== undefined) response.write(typeof body === 'string' ? body : JSON.stringify(body)); return this; },
      end() { response.end(); return this; },
      socket: response.socket,
    };
    adapter.process({ body: JSON.parse(text), headers, method: 'POST' }, answer, context => bot.run(context)).catch(error => response.writeHead(500).end(String(error)));
  });
}).listen(Number(process.argv[2]), '127.0.0.1');

// A web site of a business, on another origin than the gateway: plain pages and a single-page app, under a strict policy.
import { createServer } from "node:http";

const SPA = `
  const show = (path, title) => { history.pushState({}, "", path); setTimeout(() => { document.title = title; }, 50); };
  document.querySelector("#menu").onclick = () => show("spa/menu?session=s3cret", "Menu");
  document.querySelector("#bread").onclick = () => show("bread", "Bread");
  history.replaceState({}, "", location.href);`;

const EARLY = `
  window.rapport ??= (...call) => (rapport.q ??= []).push(call);
  rapport("goal", "booking", { table: 4 });`;

const SCRIPTS = { "/spa.js": SPA, "/early.js": EARLY };

/** @returns where the site is, which pages load the tracker of this gateway with this key, and how to close it */
export async function site(gateway) {
  const policy = `default-src 'none'; script-src 'self' ${gateway}; connect-src ${gateway}; form-action 'self'`;
  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://site");
    const script = SCRIPTS[url.pathname];
    response.writeHead(url.pathname === "/favicon.ico" ? 404 : 200, {
      "Content-Type": script ? "text/javascript" : "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
    });
    const elsewhere = request.headers.host.startsWith("elsewhere");
    response.end(elsewhere ? "Another site" : (script ?? page(gateway, url)));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { base: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** The first part of the path is the key. */
function page(gateway, { pathname, searchParams }) {
  const [, key, kind] = pathname.split("/");
  const attributes = searchParams.get("with") ?? "";
  const tag = `<script defer src="${gateway}/tracker.js" data-key="${key}" ${attributes}></script>`;
  const tags = { early: `<script src="/early.js"></script>${tag}${tag}`, spa: `${tag}<script defer src="/spa.js"></script>` };
  return `<!doctype html><html lang="en"><head><title>${kind}</title>${tags[kind] ?? tag}</head><body>
    <button id="menu">Menu</button> <button id="bread">Bread</button>
    <button id="book" data-goal="booking"><b>Book</b></button> <button id="bad" data-goal="Bad Type">Bad</button>
    <form action="/${key}/thanks" data-goal="booking"><button id="send">Send</button></form>
    <a id="next" href="/${key}/next">Next</a> <a id="out" href="http://elsewhere.example/there?token=s3cret">Elsewhere</a>
    </body></html>`;
}

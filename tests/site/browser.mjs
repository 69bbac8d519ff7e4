// Looks at the pages in Chromium, as their readers do: node browser.mjs WORK MODULES, where WORK holds the folders of pages sample/site,
// hokuto/site, broken/site (faults that must be noticed) and hostile/site, hostile/marks. One start of the browser. Prints TAP.
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "./serve.mjs";

const [work, modules] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const KINDS = ["index", "results", "initiatives/index", "initiatives/1-1-1", "initiatives/1-4-1", "policies/index", "policies/1", "departments/index",
  "departments/1", "plan", "rules", "changes", "data", "glossary", "accessibility", "404"];
let failed = 0;

function report(name, wrong) {
  console.log(`${wrong.length ? "not ok" : "ok"} ${name}`);
  for (const line of [...new Set(wrong)].slice(0, 12)) console.log(`#   ${line}`);
  failed += wrong.length > 0;
}
// The opposite: a fault was put in, and must have been noticed.
function noticed(name, wrong, pattern) {
  report(`noticed: ${name}`, wrong.some((line) => pattern.test(line)) ? [] : [`only: ${wrong.join("; ") || "nothing"}`]);
}

const server = await serve(work);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
const address = (scheme, folder) => (scheme === "http" ? server.url + folder + "/" : pathToFileURL(join(work, folder)).href + "/");

// A page that notes what it should not have done in `wrong`: requests elsewhere, messages, dialogs, complaints of the policy, cookies.
async function open(base, wrong, options = {}) {
  const context = await browser.newContext(options);
  await context.route("**/*", (route) => {
    const url = route.request().url();
    const own = url.startsWith(base) || url === new URL("/favicon.ico", base).href;
    if (!own) wrong.push(`request: ${url}`);
    return own ? route.continue() : route.abort();
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`));
  });
  const page = await context.newPage();
  page.on("console", (message) => wrong.push(`console: ${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.done = async () => {
    for (const cookie of await context.cookies()) wrong.push(`cookie: ${cookie.name}`);
    await context.close();
  };
  return page;
}

const wide = () => {
  const over = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
  if (over <= 0) return null;
  const widest = [...document.body.querySelectorAll("*")].find((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
  return `${over} px too wide: ${widest?.outerHTML.slice(0, 80)}`;
};
const stored = () => {
  try { return [document.cookie && "cookie", localStorage.length && "localStorage", sessionStorage.length && "sessionStorage"].filter(Boolean); }
  catch { return []; }
};

// In other colours the page is the same: there only what depends on colours is judged again.
const COLOURS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];
async function axe(page, rules = TAGS) {
  if (!(await page.evaluate(() => !!window.axe))) await page.evaluate(AXE);
  const found = await page.evaluate((only) => window.axe.run(document, { runOnly: only, resultTypes: ["violations"], preload: false })
    .then((r) => r.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 100)).join(" | ")}`)), rules);
  return found.map((line) => `axe: ${line}`);
}
// Text of charts is as large as that of any page.
const small = () => [...document.querySelectorAll("svg text")].filter((t) => {
  const svg = t.ownerSVGElement;
  return parseFloat(t.getAttribute("font-size")) * (svg.getBoundingClientRect().width / svg.viewBox.baseVal.width) < 10.99;
}).map((t) => `small text in a chart: ${t.textContent}`);

async function look(base, pages, looks, wrong) {
  const page = await open(base, wrong, looks.options);
  const say = (name, lines) => lines.filter(Boolean).forEach((line) => wrong.push(`${name}: ${line}`));
  for (const name of pages) {
    await page.goto(`${base}${name}.html`, { waitUntil: "load" });
    if (looks.text) await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, looks.text);
    if (!looks.text) say(name, await axe(page, looks.rules));
    say(name, [await page.evaluate(wide), ...(await page.evaluate(stored)), ...(await page.evaluate(small))]);
  }
  await page.done();
}

// ---- looks ----
const size = (width) => ({ viewport: { width, height: 900 } });
const LOOKS = [
  ["light, 1280 px, file", "file", { options: size(1280) }],
  ["light, 320 px, http", "http", { options: size(320) }],
  ["dark, 1280 px, http", "http", { options: { ...size(1280), colorScheme: "dark" }, rules: COLOURS }],
  ["dark, 320 px, file", "file", { options: { ...size(320), colorScheme: "dark" }, rules: COLOURS }],
  ["forced colours, 1280 px, file", "file", { options: { ...size(1280), forcedColors: "active" }, rules: COLOURS }],
  ["forced colours, 320 px, http", "http", { options: { ...size(320), forcedColors: "active", colorScheme: "dark" }, rules: COLOURS }],
  ["text 200 %, 1280 px", "file", { options: size(1280), text: "200%" }],
  ["text 200 %, 640 px", "http", { options: size(640), text: "200%" }],
];
async function judge([name, scheme, looks]) {
  const wrong = [];
  await look(address(scheme, "sample/site"), KINDS, looks, wrong);
  report(`pages, ${name}`, wrong);
}
const cities = async () => {
  const wrong = [], pages = readdirSync(join(work, "hokuto/site"), { recursive: true }).map(String).filter((n) => /^(index|initiatives.*|results|data)\.html$/.test(n));
  await look(address("file", "hokuto/site"), pages.map((n) => n.replace(/\.html$/, "")), { options: size(320) }, wrong);
  report(`pages of another city (${pages.length}), 320 px`, pages.length > 5 ? wrong : ["no pages"]);
};
const broken = async () => {
  const wrong = [];
  await look(address("http", "broken/site"), ["index", "rules", "initiatives/1-1-1"], { options: { ...size(320), colorScheme: "dark" } }, wrong);
  noticed("a picture without words", wrong, /axe: image-alt/);
  noticed("text that is hard to read in the dark", wrong, /axe: color-contrast/);
  noticed("a page that is too wide", wrong, /px too wide/);
  noticed("a request elsewhere", wrong, /request: https:\/\/example\.invalid/);
  noticed("a script in the page", wrong, /policy: script-src/);
  noticed("a cookie", wrong, /cookie/);
  noticed("small text in a chart", wrong, /small text in a chart/);
};

// ---- keyboard and filter ----
const shownRows = (page) => page.$$eval("#list tbody tr", (rows) => rows.filter((r) => r.offsetParent !== null).map((r) => r.cells[0].textContent.trim()));
async function tabTo(page, selector, most = 40) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return true;
  }
  return false;
}
// Walks through the list by keys alone.
async function walk(page, base, wrong) {
  const expect = (good, line) => { if (!good) wrong.push(line); };
  const said = () => page.evaluate(() => document.querySelector("[role=status]")?.textContent ?? "");
  const says = async (n) => expect((await said()).includes(`${n}件`), `status says ${await said()}, not ${n}`);
  await page.goto(base + "initiatives/index.html");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.matches(".skip a")), "the first Tab does not reach the skip link");
  expect(await page.evaluate(() => { const b = document.activeElement.getBoundingClientRect(); return b.top >= 0 && b.height > 20; }), "the skip link is not seen");
  expect(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== "none"), "the focus is not seen");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash === "#main", "the skip link leads nowhere");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement.closest("main") !== null), "after the skip link the focus is not in the main part");
  await page.goto(base + "initiatives/index.html");
  const all = await shownRows(page);
  expect(all.length > 1, "the list is empty");
  if (!(await tabTo(page, "input[type=search]"))) wrong.push("Tab does not reach the search");
  else {
    expect(await page.evaluate(() => document.activeElement.labels?.length === 1), "the search has no label");
    await page.keyboard.type("ノウゼイ"); // nothing is written so
    expect((await shownRows(page)).length === 0, "nonsense is found");
    await says(0);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("納税");
    const found = await shownRows(page);
    const truth = await page.$$eval("#list tbody tr", (rows) => rows.filter((r) => r.textContent.includes("納税")).length);
    expect(found.length === truth && truth > 0 && truth < all.length, `searching shows ${found.length} rows of ${truth}`);
    await says(truth);
    expect(new URL(page.url()).searchParams.get("q") === "納税", `the URL does not keep the search: ${page.url()}`);
    await page.reload();
    expect((await shownRows(page)).join() === found.join(), "a reload loses the search");
    expect((await page.$eval("input[type=search]", (i) => i.value)) === "納税", "a reload empties the box");
    await tabTo(page, "input[type=search]");
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    expect((await shownRows(page)).length === all.length, "emptying the search does not show all");
    for (const [id, column] of [["policy", 1], ["department", 2], ["grade", 3]]) {
      expect(await tabTo(page, `#filter-${id}`), `Tab does not reach ${id}`);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      const value = await page.$eval(`#filter-${id}`, (s) => s.value);
      const count = await page.$$eval("#list tbody tr", (rows, [c, v]) => rows.filter((r) => [...r.cells[c].querySelectorAll(".value"), r.cells[c]]
        .some((part) => { const p = part.cloneNode(true); p.querySelectorAll("[aria-hidden=true]").forEach((h) => h.remove()); return p.textContent.trim() === v; })).length, [column, value]);
      const rows = await shownRows(page);
      expect(value !== "" && rows.length === count && count > 0, `${id} ${value}: ${rows.length} rows of ${count}`);
      await says(count);
      expect([...new URL(page.url()).searchParams.values()].includes(value), `the URL does not keep ${id}`);
      await page.reload();
      expect((await shownRows(page)).join() === rows.join(), `a reload loses ${id}`);
      await tabTo(page, `#filter-${id}`);
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      expect((await shownRows(page)).length === all.length, `${id} cannot be taken back`);
    }
    await page.keyboard.press("ArrowDown");
    expect(await tabTo(page, ".filters button"), "Tab does not reach the button");
    await page.keyboard.press("Enter");
    expect((await shownRows(page)).length === all.length && new URL(page.url()).search === "", "the button does not clear");
    expect((await axe(page)).length === 0, "axe after filtering");
  }
  await page.done();
}
const keyboard = async () => {
  for (const scheme of ["file", "http"]) {
    const wrong = [], page = await open(address(scheme, "sample/site"), wrong, size(1280));
    await walk(page, address(scheme, "sample/site"), wrong);
    report(`keyboard, ${scheme}`, wrong);
  }
  const base = address("file", "sample/site"), wrong = [], page = await open(base, wrong, { ...size(1280), javaScriptEnabled: false });
  await page.goto(base + "initiatives/index.html");
  const html = await page.content(), trs = html.split('id="list"')[1].match(/<tr/g).length - 1;
  const files = readdirSync(join(work, "sample/site/initiatives")).length - 1;
  if (trs !== files) wrong.push(`${trs} rows of ${files}`);
  for (const row of await page.locator("#list tbody tr").all()) if (!(await row.isVisible())) wrong.push("a row is hidden");
  if (await page.locator("input, select, button").count()) wrong.push("controls that do nothing");
  await page.done();
  report("without JavaScript the whole list is there", wrong);
  const spoilt = [], there = address("http", "broken/site");
  await walk(await open(there, spoilt, size(1280)), there, spoilt).catch((error) => spoilt.push(error.message)); // Enter led elsewhere
  noticed("a skip link that is gone", spoilt, /skip link/);
  const idle = [], one = address("http", "idle/site");
  await walk(await open(one, idle, size(1280)), one, idle);
  noticed("a filter that does nothing", idle, /Tab does not reach the search/);
};

// ---- a hostile plan ----
async function hostile(folder, wrong) {
  const base = address("http", folder), page = await open(base, wrong, size(1280));
  const names = readdirSync(join(work, folder), { recursive: true }).map(String).filter((n) => n.endsWith(".html"));
  const squeeze = (text) => text.replace(/\s+/g, "");
  let seen = "";
  for (const name of names) {
    await page.goto(base + name);
    seen += squeeze(await page.evaluate(() => document.title + document.body.textContent));
    const alien = await page.evaluate(() => [...document.querySelectorAll("*")].filter((e) => /^(img|iframe|object|embed|style|textarea|base|form|math|video|audio)$/i.test(e.localName)
      || (e.localName === "script" && !/site\.js$/.test(e.getAttribute("src") ?? "") && e.type !== "application/ld+json")
      || [...e.attributes].some((a) => /^on/i.test(a.name) || /^\s*javascript:/i.test(a.value) && /href|src|action/.test(a.name))
      || (e.localName === "svg" && !/(^| )chart$/.test(e.getAttribute("class") ?? ""))).map((e) => e.outerHTML.slice(0, 100)));
    wrong.push(...alien.map((html) => `${name}: ${html}`));
    const data = await page.$$eval('script[type="application/ld+json"]', (all) => all.map((s) => s.textContent));
    for (const json of data) JSON.parse(json);
  }
  await page.goto(base + "initiatives/index.html");
  await page.fill("input[type=search]", "<script>");
  for (const select of await page.locator("select").all()) await select.selectOption({ index: 1 });
  await page.done();
  return { names, seen };
}
const hostilePlan = async () => {
  const wrong = [], { names, seen } = await hostile("hostile/site", wrong);
  report(`a hostile plan (${names.length} pages): nothing of it runs`, names.length > 20 ? wrong : ["no pages"]);
  const marks = readFileSync(join(work, "hostile/marks"), "utf8").split("\n").filter(Boolean);
  const lost = marks.filter((mark) => !seen.includes(mark.replace(/\s+/g, "")));
  report(`a hostile plan: each of its ${marks.length} texts is shown as it was written`, marks.length > 300 ? lost : ["few texts"]);
  const bad = [];
  await hostile("naive/site", bad).catch(() => {});
  noticed("hostile text that was not escaped", bad, /<img|policy: script/);
};

async function run(tasks) { // two at a time: as many as there are cores
  const queue = [...tasks];
  await Promise.all([0, 1].map(async () => { while (queue.length) await queue.shift()(); }));
}
await run([keyboard, ...LOOKS.map((l) => () => judge(l)), hostilePlan, cities, broken]);
await browser.close();
server.close();
process.exitCode = failed ? 1 : 0;

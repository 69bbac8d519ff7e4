// The page of pictures in Chromium: node browser.mjs MODULES FOLDER… BROKEN, where each folder holds index.html; faults of the last one must be noticed.
// Prints TAP.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...folders] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const LOOKS = [
  ["light, 1280 px", { viewport: { width: 1280, height: 900 } }],
  ["dark, 320 px", { viewport: { width: 320, height: 900 }, colorScheme: "dark" }],
];
let failed = 0;

function report(name, wrong) {
  console.log(`${wrong.length ? "not ok" : "ok"} ${name}`);
  for (const line of wrong.slice(0, 12)) console.log(`#   ${line}`);
  failed += wrong.length > 0;
}

// In the page: pictures that are not shown, and what makes it wider than the screen.
const unseen = () => [...document.images].filter((image) => !image.complete || !image.naturalWidth).map((image) => `not shown: ${image.src}`);
const wide = () => document.scrollingElement.scrollWidth > document.documentElement.clientWidth ? ["too wide"] : [];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
async function look(folder, options) {
  const wrong = [], context = await browser.newContext(options), page = await context.newPage(), base = pathToFileURL(folder).href + "/";
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  page.on("request", (request) => { if (!request.url().startsWith(base)) wrong.push(`request: ${request.url()}`); });
  await page.goto(pathToFileURL(join(folder, "index.html")).href, { waitUntil: "load" });
  wrong.push(...await page.evaluate(unseen), ...await page.evaluate(wide));
  await page.evaluate(AXE);
  const found = await page.evaluate((only) => window.axe.run(document, { runOnly: only, resultTypes: ["violations"], preload: false })
    .then((r) => r.violations.map((v) => `axe: ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 100)).join(" | ")}`)), TAGS);
  await context.close();
  return [...wrong, ...found];
}
for (const folder of folders.slice(0, -1))
  for (const [name, options] of LOOKS) report(`page of pictures, ${basename(dirname(folder))}, ${name}`, await look(folder, options));
const said = await look(folders.at(-1), LOOKS[0][1]);
for (const [name, pattern] of [["a picture without words", /axe: image-alt/], ["pictures that are not there", /not shown/]])
  report(`noticed by Chromium: ${name}`, said.some((line) => pattern.test(line)) ? [] : [`only: ${said.join("; ") || "nothing"}`]);
await browser.close();
process.exit(failed > 0 ? 1 : 0);

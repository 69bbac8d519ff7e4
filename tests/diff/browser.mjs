// diff.html in Chromium: node browser.mjs FILE MODULES. axe-core finds nothing in wide, dark and narrow windows, no request goes out, the
// policy refuses nothing, nothing is wider than the window; faults that are put in are noticed. Prints TAP.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [file, modules] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = { wide: { viewport: { width: 1280, height: 800 } }, dark: { viewport: { width: 1280, height: 800 }, colorScheme: "dark" }, narrow: { viewport: { width: 320, height: 640 } } };
let failed = 0;

function report(name, wrong) {
  console.log(`${wrong.length ? "not ok" : "ok"} ${name}`);
  for (const line of wrong.slice(0, 12)) console.log(`#   ${line}`);
  failed += wrong.length > 0;
}
async function axe(page) {
  await page.evaluate(AXE);
  return page.evaluate(() => window.axe.run(document).then((found) => found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 80)}`)));
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
for (const [look, options] of Object.entries(LOOKS)) {
  const context = await browser.newContext(options), page = await context.newPage(), wrong = [];
  page.on("request", (request) => { if (request.url() !== pathToFileURL(file).href) wrong.push(`request: ${request.url()}`); });
  page.on("console", (message) => wrong.push(`console: ${message.text()}`));
  await page.goto(pathToFileURL(file).href);
  if (!(await page.evaluate(() => getComputedStyle(document.querySelector(".removed")).borderBottomStyle === "solid"))) wrong.push("its looks are not applied");
  const over = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) wrong.push(`${over} px too wide`);
  report(`diff.html, ${look}`, [...wrong, ...(await axe(page))]);
  if (look === "wide") {
    await page.evaluate(() => { document.querySelector(".removed").style.color = "#fcc"; document.documentElement.removeAttribute("lang"); });
    const noticed = await axe(page);
    report("noticed: faults in diff.html", ["color-contrast", "html-has-lang"].filter((id) => !noticed.some((line) => line.startsWith(id))));
  }
  await context.close();
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);

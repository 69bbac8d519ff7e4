// check.html in Chromium: node browser.mjs FOLDER MODULES. axe-core finds nothing in light, dark and narrow windows with all details open,
// no request goes out, nothing is wider than the window; a fault that is put in is noticed. Prints TAP.
import { createRequire } from "node:module";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, modules] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(modules + "/");
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const LOOKS = { light: { viewport: { width: 1100, height: 800 } }, dark: { viewport: { width: 1100, height: 800 }, colorScheme: "dark" }, narrow: { viewport: { width: 320, height: 640 } } };
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
for (const file of readdirSync(folder).filter((name) => name.endsWith(".html")))
  for (const [look, options] of Object.entries(LOOKS)) {
    const context = await browser.newContext(options), page = await context.newPage(), wrong = [];
    page.on("request", (request) => { if (!request.url().endsWith(file)) wrong.push(`request: ${request.url()}`); });
    page.on("console", (message) => wrong.push(`console: ${message.text()}`));
    await page.goto(pathToFileURL(join(folder, file)).href);
    await page.evaluate(() => { for (const one of document.querySelectorAll("details")) one.open = true; });
    const over = await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) wrong.push(`${over} px too wide`);
    report(`${file}, ${look}`, [...wrong, ...(await axe(page))]);
    if (look === "light") {
      await page.evaluate(() => { document.querySelector("main p.message").style.color = "#ddd"; document.documentElement.removeAttribute("lang"); });
      const noticed = await axe(page);
      report(`noticed: faults in ${file}`, ["color-contrast", "html-has-lang"].filter((id) => !noticed.some((line) => line.startsWith(id))));
    }
    await context.close();
  }
await browser.close();
process.exit(failed > 0 ? 1 : 0);

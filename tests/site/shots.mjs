// Pictures of the main pages, to be looked at: node tests/site/shots.mjs SITE FOLDER [PAGE…] (after `tools/judges.sh`). Judges nothing.
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { resolve, join } from "node:path";

const judges = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../../build/judges/web/");
const { chromium } = createRequire(judges + "/")("playwright-core");
const [site, folder, ...chosen] = process.argv.slice(2);
const PAGES = chosen.length ? chosen : ["index", "results", "initiatives/index", "initiatives/1-1-1", "initiatives/1-4-1", "policies/1",
  "departments/index", "departments/1", "plan", "rules", "changes", "data", "glossary", "accessibility", "404"];
const LOOKS = [
  { name: "390", width: 390, pages: PAGES },
  { name: "1280", width: 1280, pages: PAGES },
  { name: "dark", width: 390, pages: PAGES.slice(0, 6), media: { colorScheme: "dark" } },
  { name: "320", width: 320, pages: PAGES.slice(0, 6) },
  { name: "forced", width: 1280, pages: PAGES.slice(0, 4), media: { forcedColors: "active" } },
  { name: "text200", width: 1280, pages: PAGES.slice(0, 4), text: "200%" },
];
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
for (const look of LOOKS) {
  const context = await browser.newContext({ viewport: { width: look.width, height: 844 }, ...look.media });
  const page = await context.newPage();
  for (const name of look.pages) {
    await page.goto("file://" + resolve(site, name + ".html"));
    if (look.text) await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, look.text);
    await page.screenshot({ path: join(folder, `${look.name}-${name.replaceAll("/", "-")}.png`), fullPage: true });
  }
  await context.close();
}
const page = await browser.newPage();
for (const name of PAGES.slice(0, 6)) {
  await page.goto("file://" + resolve(site, name + ".html"));
  await page.pdf({ path: join(folder, `print-${name.replaceAll("/", "-")}.pdf`), preferCSSPageSize: true });
}
await browser.close();

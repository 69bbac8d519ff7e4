// A web server for a folder, on this machine only: `node serve.mjs FOLDER` prints its address and ends with its standard input.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { join, normalize, extname } from "node:path";

const KIND = { ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".xml": "application/xml", ".json": "application/json", ".csv": "text/csv; charset=utf-8", ".pdf": "application/pdf" };

export async function serve(folder) {
  const server = createServer(async (request, response) => {
    let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    if (path === "/favicon.ico") return response.writeHead(204).end(); // browsers ask for it unasked
    try {
      path = join(folder, normalize(path));
      if ((await stat(path)).isDirectory()) path = join(path, "index.html");
      const content = await readFile(path);
      response.writeHead(200, { "Content-Type": KIND[extname(path)] ?? "application/octet-stream" }).end(content);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

if (process.argv[1]?.endsWith("serve.mjs")) {
  const { url } = await serve(process.argv[2]);
  console.log(url);
  process.stdin.on("end", () => process.exit(0)).resume();
}

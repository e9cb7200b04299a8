// Builds the page: `node build.mjs [FOLDER]`, after `npm ci` in this folder. Checks the types, then
// writes the page's files, by default to judge/service/page; the same bytes from the same sources.
//
// vendor.js holds what others wrote and every screen needs, so a change of ours rewrites little.
// What src/lazy/ holds is fetched when it is first used.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "src");
const folder = resolve(process.argv[2] ?? join(here, "..", "judge", "service", "page"));
/** Their modules are in vendor.js, for our own files and for those of src/lazy/ alike. */
const SHARED = readFileSync(join(source, "vendor.ts"), "utf-8").match(/(?<=from ")[^"]+/g);
const OPTIONS = {
  absWorkingDir: here,
  bundle: true,
  charset: "ascii",
  format: "esm",
  jsx: "transform",
  jsxFactory: "h",
  jsxFragment: "Fragment",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  minify: true,
  target: ["chrome111", "firefox115", "safari16.4"],
};
const apart = {
  name: "apart",
  setup(bundle) {
    bundle.onResolve({ filter: /^[^.]/ }, ({ path }) =>
      SHARED.includes(path) ? { path: "./vendor.js", external: true } : undefined,
    );
    bundle.onResolve({ filter: /^\..*\/(?:vendor|lazy\/\w+)$/ }, ({ path }) => ({
      path: `./${path.split("/").at(-1)}.js`,
      external: true,
    }));
  },
};

async function bundle(name, entry, plugins) {
  const outfile = join(folder, name);
  const { metafile } = await build({ ...OPTIONS, entryPoints: [entry], outfile, plugins });
  return Object.keys(metafile.inputs);
}

/** The licences of what is bundled: each asks to go along with copies. */
function licences(inputs) {
  const names = inputs.map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
  const texts = [...new Set(names)].filter(Boolean).sort().map((name) => {
    const at = join(here, "node_modules", name);
    const file = readdirSync(at).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined) throw new Error(`${name} has no licence file`);
    return `${name}\n\n${readFileSync(join(at, file), "utf-8").trim()}\n`;
  });
  return texts.join("\n----\n\n");
}

execFileSync(join(here, "node_modules", ".bin", "tsc"), { cwd: here, stdio: "inherit" });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const inputs = [
  await bundle("vendor.js", join(source, "vendor.ts"), []),
  await bundle("app.js", join(source, "main.tsx"), [apart]),
  await bundle("app.css", join(source, "styles", "app.css"), []),
];
for (const file of readdirSync(join(source, "lazy")).sort())
  inputs.push(await bundle(file.replace(/\.tsx?$/, ".js"), join(source, "lazy", file), [apart]));
for (const file of ["index.html", "sw.js"]) cpSync(join(source, file), join(folder, file));
writeFileSync(join(folder, "licences.txt"), licences(inputs.flat()));

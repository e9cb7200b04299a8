// The page without an editor: it signs in, lists the problems and shows a statement. All text is
// placed as text; nothing is ever parsed as HTML.
const SECRET = "judge.page_secret";
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const HERE = /^\/(?![/\\])/;
const TAGS = new Set(
  "p h1 h2 h3 h4 ul ol li pre code strong em blockquote a table thead tbody tr th td hr br s".split(" "),
);
const HREF = /^(?:https?:|\/(?![/\\])|#)/;
const main = document.getElementById("main");
const state = document.getElementById("state");

function element(tag, children = [], attributes = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function show(title, ...children) {
  document.title = title === "judge" ? title : `${title} - judge`;
  main.replaceChildren(element("h1", [title]), ...children);
  main.dataset.state = "done";
}

async function ask(path, options = {}) {
  const headers = { "X-Judge-Page": localStorage.getItem(SECRET) ?? "" };
  if (options.body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, { ...options, headers, redirect: "error" });
  if (answer.ok) return answer.status === 204 ? null : answer.json();
  const told = await answer.json().catch(() => ({}));
  const error = new Error(told.detail ?? `status ${answer.status}`);
  error.status = answer.status;
  throw error;
}

const post = (path, body) => ask(path, { method: "POST", body: JSON.stringify(body) });

async function login() {
  const wanted = new URLSearchParams(location.search).get("to") ?? "/";
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  // At once: neither a code nor its traces stay in the address or in the history.
  history.replaceState(null, "", "/login");
  const to = HERE.test(wanted) ? wanted : "/";
  if (code !== null) await begin({ code }, to);
  else askForToken(to);
}

async function begin(body, to) {
  const session = await post("/login", body);
  localStorage.setItem(SECRET, session.page_secret);
  location.replace(to);
}

function askForToken(to) {
  const field = element("input", [], { id: "token", type: "password", autocomplete: "off" });
  const label = element("label", ["Token "], { for: "token" });
  const form = element("form", [label, field, " ", element("button", ["Sign in"])]);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    begin({ token: field.value }, to).catch(fail);
  });
  show("Sign in", element("p", ["On your own machine, run ", element("code", ["judge open"]), "."]), form);
}

async function list() {
  const { problems } = await ask("/v1/problems");
  const rows = problems.map((one) =>
    element("tr", [
      element("td", [element("a", [one.title], { href: `/problems/${encodeURIComponent(one.slug)}` })]),
      element("td", [one.difficulty]),
      element("td", [one.tags.join(", ")]),
    ]),
  );
  const head = element("tr", ["Problem", "Difficulty", "Tags"].map((one) => element("th", [one])));
  show("Problems", element("table", [element("thead", [head]), element("tbody", rows)]));
}

function drawn(node) {
  if (typeof node === "string") return node;
  const [tag, attributes, children] = node;
  const inside = children.map(drawn);
  if (!TAGS.has(tag)) return element("span", inside);
  const href = tag === "a" && HREF.test(attributes.href ?? "") ? { href: attributes.href } : {};
  return element(tag, inside, href);
}

async function problem(slug) {
  const found = await ask(`/v1/problems/${slug}`);
  // Its own title is the heading of the screen.
  const statement = found.statement_tree.filter(([tag]) => tag !== "h1");
  show(found.title, element("article", statement.map(drawn)), element("pre", [found.starter]));
}

async function settings() {
  const { owner, server } = await ask("/v1/session");
  const out = element("button", ["Sign out"], { type: "button" });
  out.addEventListener("click", async () => {
    await post("/logout", {}).catch(() => null);
    localStorage.removeItem(SECRET);
    location.replace("/login");
  });
  show("Settings", element("p", [`Signed in as ${owner}; judge ${server.version}, isolation ${server.tier}.`]), out);
}

function fail(error) {
  if (error.status === 401) {
    localStorage.removeItem(SECRET);
    show("Signed out", element("p", ["Run ", element("code", ["judge open"]), " to sign in, or "]),
      element("a", ["use a token"], { href: "/login" }));
    return;
  }
  show("That did not work", element("p", [String(error.message)]), element("a", ["Back"], { href: "/" }));
}

function keepForLater() {
  if (!("serviceWorker" in navigator) || !window.trustedTypes) return;
  const own = window.trustedTypes.createPolicy("judge", {
    createScriptURL: (url) => {
      if (url !== "/sw.js") throw new TypeError("no other program is loaded");
      return url;
    },
  });
  navigator.serviceWorker.register(own.createScriptURL("/sw.js")).catch(() => null);
}

async function route() {
  const [, place, slug] = location.pathname.split("/");
  if (place === "login") return login();
  keepForLater();
  if (place === "") return list();
  if (place === "settings") return settings();
  if (place === "problems" && SLUG.test(slug ?? "")) return problem(slug);
  return show("Not here yet", element("p", ["This version of the page has no such screen."]));
}

state.textContent = "";
route().catch(fail);

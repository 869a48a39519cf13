"use strict";

const MOST = 30_000_000; // bytes of files
const byId = (id) => document.getElementById(id);
let file = null; // the article as a file; else it is what stands in the field
let pasted = null; // the markup of what was pasted, as long as nobody edits it
let sources = [];
let running = null; // what stops the tracing that goes on
let addresses = []; // of the reports, which are given back with the next one

function element(name, text = "", className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function say(text) { byId("status").textContent = text; }

function complain(text) {
  byId("trouble").textContent = text;
  byId("trouble").hidden = !text;
}

function size(bytes) {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function take(chosen) {
  file = chosen;
  byId("article-told").textContent = file ? `The article is ${file.name} (${size(file.size)}).` : "";
  byId("forget").hidden = !file;
  byId("text").disabled = Boolean(file);
  if (!file) byId("file").value = "";
}

function show(list) {
  byId("given").replaceChildren(...list.map((source) => {
    const row = element("li", `${source.name} (${size(source.size)})`);
    const button = element("button", "Take away", "plain");
    button.type = "button";
    button.setAttribute("aria-label", `Take away ${source.name}`);
    button.addEventListener("click", () => {
      sources = sources.filter((other) => other !== source);
      show(sources);
      byId("files").focus();
    });
    const address = element("input");
    Object.assign(address, { type: "url", value: source.address ?? "", placeholder: "its address, if it does not say it" });
    address.setAttribute("aria-label", `Address of ${source.name}`);
    address.addEventListener("input", () => { source.address = address.value; });
    row.append(address, button);
    return row;
  }));
}

function droppable(field, taken) {
  const over = (is) => (event) => { event.preventDefault(); field.classList.toggle("over", is); };
  field.addEventListener("dragover", over(true));
  field.addEventListener("dragleave", over(false));
  field.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) taken([...event.dataTransfer.files]);
  });
}

// A file in base64; what was read is told without the address that it is put into.
function inBase64(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => failed(new Error(`${blob.name} cannot be read; choose it again.`));
    reader.readAsDataURL(blob);
  });
}

const given = async (one) => ({ name: one.name, data: await inBase64(one) });
const addressed = async (one) => ({ ...(await given(one)), url: one.address?.trim() ?? "" });

async function article() {
  const text = byId("text").value.trim();
  if (file) return given(file);
  if (/^https?:\/\/\S+$/i.test(text)) return { url: text };
  if (!text) throw new Error("There is no article yet; paste one, or choose a file.");
  return { text: pasted ?? text };
}

async function order() {
  const all = [...(file ? [file] : []), ...sources];
  if (all.reduce((sum, one) => sum + one.size, byId("text").value.length) > MOST) {
    throw new Error("That is more than 30 MB; leave out pictures, or give fewer sources at once.");
  }
  const fetching = byId("fetch").checked && document.documentElement.dataset.network === "yes";
  return JSON.stringify({ article: await article(), sources: await Promise.all(sources.map(addressed)), fetch: fetching });
}

const TAGS = { added: "ins", omitted: "del" };

function run([kind, text, spaced]) {
  const space = spaced ? " " : "";
  if (kind === "break") return [element("br"), element("br")];
  if (kind === "equal") return [`${space}${text}`];
  const made = element(TAGS[kind] ?? "span", "", { declared: "under", mark: "mark", moved: "moved" }[kind] ?? "");
  const told = { added: "put in: ", omitted: "left out: ", declared: "left out and said so: ", moved: "moved: " }[kind];
  if (told) made.append(element("span", told, "unseen"));
  made.append(element("span", text, "words"));
  return [space, made];
}

function card(excerpt, number) {
  const made = element("article", "", `excerpt ${excerpt.verdict}`);
  const head = element("h3", `${number}. Line ${excerpt.line}${excerpt.who ? `: ${excerpt.who}` : ""}`);
  head.dir = "auto";
  const header = element("header");
  header.append(head, element("span", excerpt.verdict, `badge ${excerpt.verdict}`));
  const words = element("p", "", "words");
  words.dir = "auto";
  words.append(...excerpt.runs.flatMap(run));
  made.append(header, words);
  const list = element("ul", "", "remarks");
  for (const [severity, code, name, message] of excerpt.findings) {
    list.append(element("li", `${severity}: ${message} (${code} ${name})`));
  }
  if (excerpt.findings.length) made.append(list);
  if (excerpt.reason) made.append(element("p", excerpt.reason, "reason"));
  if (excerpt.source) made.append(element("p", `Compared with: ${excerpt.source}`, "reason"));
  if (excerpt.link) {
    const link = element("a", "Open the source at this place");
    Object.assign(link, { href: excerpt.link, target: "_blank", rel: "noopener noreferrer" });
    const line = element("p", "", "reason");
    line.append(link);
    made.append(line);
  }
  return made;
}

function download([name, type, data]) {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: `${type};charset=utf-8` }));
  addresses.push(address);
  const row = element("li");
  if (type === "text/html") {
    const open = element("a", "Open the whole report");
    Object.assign(open, { href: address, target: "_blank" });
    byId("downloads").append(element("li"));
    byId("downloads").lastChild.append(open);
  }
  const kind = name.split(".").pop();
  const link = element("a", kind === "docx" ? "Save the article with comments" : `Save as ${kind.toUpperCase()}`);
  Object.assign(link, { href: address, download: name });
  row.append(link);
  byId("downloads").append(row);
}

let total = 0;
let ended = false;

function heed(answer) {
  if (answer.trouble) { ended = true; complain(answer.trouble); say(""); }
  if ("title" in answer) {
    total = answer.total;
    byId("title").textContent = answer.title;
    byId("outcome").hidden = false;
    say(`${total} excerpts found.`);
  }
  if (answer.excerpt) byId("excerpts").append(card(answer.excerpt, byId("excerpts").children.length + 1));
  if (answer.traced) say(`${answer.traced} of ${total} excerpts traced`);
  if (answer.downloads) {
    ended = true;
    answer.downloads.forEach(download);
    say(answer.summary);
    complain(answer.doubts.join(" "));
  }
}

async function read(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (value ?? "")).split("\n");
    rest = lines.pop();
    lines.filter(Boolean).forEach((line) => heed(JSON.parse(line)));
    if (done) return;
  }
}

function clear() {
  addresses.forEach((address) => URL.revokeObjectURL(address));
  addresses = [];
  ended = false;
  byId("outcome").hidden = true;
  byId("excerpts").replaceChildren();
  byId("downloads").replaceChildren();
  complain("");
}

function busy(is) {
  byId("go").disabled = is;
  byId("stop").hidden = !is;
}

async function start(event) {
  event.preventDefault();
  if (running) return;
  clear();
  running = new AbortController();
  busy(true);
  say("Reading …");
  try {
    const body = await order();
    const response = await fetch("trace", { method: "POST", body, signal: running.signal });
    if (!response.ok) throw new Error(await response.text());
    await read(response);
    if (!ended) throw new Error("It broke off: the article or a source broke its reader, or took too long; leave that one out.");
  } catch (error) {
    const gone = error instanceof TypeError;
    if (error.name === "AbortError") say("Stopped.");
    else { say(""); complain(gone ? "The program does not answer; start `provenance serve` again." : error.message); }
  } finally {
    running = null;
    busy(false);
  }
}

byId("form").addEventListener("submit", start);
byId("stop").addEventListener("click", () => { running?.abort(); byId("go").disabled = false; byId("go").focus(); });
byId("file").addEventListener("change", (event) => take(event.target.files[0] ?? null));
byId("forget").addEventListener("click", () => { take(null); byId("text").focus(); });
byId("files").addEventListener("change", (event) => {
  sources = [...sources, ...event.target.files];
  event.target.value = "";
  show(sources);
});
byId("text").addEventListener("input", () => { pasted = null; });
byId("text").addEventListener("paste", (event) => {
  const markup = event.clipboardData.getData("text/html");
  // Links and quotations are in the markup; an address alone is wanted as it stands.
  if (markup && !byId("text").value) setTimeout(() => { pasted = /^https?:\/\/\S+$/i.test(byId("text").value.trim()) ? null : markup; });
});
droppable(byId("article"), ([first]) => take(first));
droppable(byId("sources"), (more) => { sources = [...sources, ...more]; show(sources); });
for (const name of ["dragover", "drop"]) addEventListener(name, (event) => event.preventDefault());

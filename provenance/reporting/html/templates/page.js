"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const stored = (key, value) => {
    try {
      if (value === undefined) return localStorage.getItem(`provenance-${key}`) ?? "";
      localStorage.setItem(`provenance-${key}`, value);
    } catch { /* a page opened from a file may be allowed no storage */ }
    return "";
  };
  const theme = (value) => { value ? root.dataset.theme = value : delete root.dataset.theme; };
  theme(["light", "dark"].includes(stored("theme")) ? stored("theme") : "");

  document.addEventListener("DOMContentLoaded", () => {
    const one = (id) => document.getElementById(id);
    const all = (selector, within = document) => [...within.querySelectorAll(selector)];
    const facets = ["verdict", "severity", "code", "outlet"];
    const sections = all("section.article");
    const excerpts = all("article.excerpt").map((element) => ({
      element,
      verdict: [element.dataset.verdict],
      severity: element.dataset.severity.split(" ").filter(Boolean),
      code: element.dataset.code.split(" ").filter(Boolean),
      outlet: [element.dataset.outlet],
      shown: true,
    }));
    const buttons = all("button.choice");
    const selects = all("select[data-facet]");
    const chosen = Object.fromEntries(facets.map((facet) => [facet, new Set()]));
    let wanted = "";

    /* Choosing: everything is worked out first, then written to the page in one go. */
    const textOf = (excerpt) => {
      if (excerpt.text === undefined) {
        const walker = document.createTreeWalker(excerpt.element, NodeFilter.SHOW_TEXT);
        const parts = [];
        while (walker.nextNode()) {
          if (!walker.currentNode.parentElement.closest(".unseen, .ref, .fold")) parts.push(walker.currentNode.data);
        }
        excerpt.text = parts.join("").replace(/\s+/g, " ").toLowerCase();
      }
      return excerpt.text;
    };
    const has = (excerpt, facet) =>
      chosen[facet].size === 0 || excerpt[facet].some((value) => chosen[facet].has(value));
    const found = (excerpt) => wanted === "" || textOf(excerpt).includes(wanted);

    const counted = () => {
      const counts = Object.fromEntries(facets.map((facet) => [facet, new Map()]));
      for (const excerpt of excerpts) {
        const misses = facets.filter((facet) => !has(excerpt, facet));
        const searched = misses.length < 2 && found(excerpt);
        excerpt.shown = searched && misses.length === 0;
        if (!searched) continue;
        for (const facet of misses.length ? misses : facets) {
          for (const value of excerpt[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
        }
      }
      return counts;
    };
    const bars = (counts) => {
      for (const bar of all(".bar")) {
        const fills = [...bar.children];
        const facet = fills[0].dataset.verdict ? "verdict" : "severity";
        const parts = fills.map((fill) => counts[facet].get(fill.dataset[facet]) ?? 0);
        const total = parts.reduce((sum, part) => sum + part, 0) || 1;
        let start = 0;
        fills.forEach((fill, index) => {
          const width = (100 * parts[index]) / total;
          fill.setAttribute("x", `${start}%`);
          fill.setAttribute("width", `${width}%`);
          start += width;
        });
      }
    };
    const apply = () => {
      const counts = counted();
      const shown = excerpts.filter((excerpt) => excerpt.shown).length;
      const narrowed = wanted !== "" || facets.some((facet) => chosen[facet].size > 0);
      for (const excerpt of excerpts) excerpt.element.hidden = !excerpt.shown;
      for (const section of sections) {
        section.hidden = narrowed && !section.querySelector("article.excerpt:not([hidden])");
      }
      for (const button of buttons) {
        const { facet, value } = button.dataset;
        button.setAttribute("aria-pressed", String(chosen[facet].has(value)));
        button.querySelector(".count").textContent = String(counts[facet].get(value) ?? 0);
      }
      for (const select of selects) {
        const { facet } = select.dataset;
        select.value = [...chosen[facet]][0] ?? "";
        for (const option of select.options) {
          if (option.value) option.textContent = `${option.dataset.label ?? option.value} (${counts[facet].get(option.value) ?? 0})`;
        }
      }
      bars(counts);
      one("shown").textContent = narrowed ? `${shown} of ${excerpts.length} excerpts` : `${shown} ${shown === 1 ? "excerpt" : "excerpts"}`;
      one("clear").hidden = !narrowed;
      one("none").hidden = !narrowed || shown > 0;
    };
    const clear = () => {
      for (const facet of facets) chosen[facet].clear();
      wanted = one("search").value = "";
      apply();
    };

    for (const button of buttons) {
      button.addEventListener("click", () => {
        const { facet, value } = button.dataset;
        chosen[facet].delete(value) || chosen[facet].add(value);
        apply();
      });
    }
    for (const select of selects) {
      select.addEventListener("change", () => {
        chosen[select.dataset.facet] = new Set(select.value ? [select.value] : []);
        apply();
      });
    }
    let waiting = 0;
    one("search").addEventListener("input", (event) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        wanted = event.target.value.trim().replace(/\s+/g, " ").toLowerCase();
        apply();
      }, 120);
    });
    one("clear").addEventListener("click", clear);
    one("clear-too").addEventListener("click", clear);

    /* Folding: what has the same link, in either column, opens together. */
    const open = (excerpt, link, state) => {
      const which = link === null ? "[data-link]" : `[data-link="${CSS.escape(link)}"]`;
      for (const element of all(which, excerpt)) {
        if (element.localName === "button") element.setAttribute("aria-expanded", String(state));
        else element.classList.toggle("open", state);
      }
    };
    document.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-link]");
      if (!button) return;
      const state = button.getAttribute("aria-expanded") !== "true";
      open(button.closest(".excerpt"), button.dataset.link, state);
      if (button.matches(".fold")) {
        const text = button.nextElementSibling;
        text.tabIndex = -1;
        text.focus({ preventScroll: true });
      }
    });
    // Without scripts everything stays open, and so does the only one there is.
    for (const details of excerpts.length > 1 ? all("details.cleared") : []) details.open = false;
    const reveal = (element) => { for (const details of all("details.cleared", element)) details.open = true; };
    const isOpen = (element) => element.querySelector(".folded.open") !== null;
    one("unfold").addEventListener("click", () => {
      const state = one("unfold").getAttribute("aria-pressed") !== "true";
      one("unfold").setAttribute("aria-pressed", String(state));
      for (const excerpt of excerpts) {
        open(excerpt.element, null, state);
        for (const details of all("details.cleared", excerpt.element)) details.open = state;
      }
    });

    /* Keys. */
    let current = null;
    const goTo = (element) => {
      reveal(element);
      current?.classList.remove("current");
      current = element;
      current.classList.add("current");
      current.focus({ preventScroll: true });
      current.scrollIntoView({ block: "start" });
    };
    const step = (by) => {
      const shown = excerpts.filter((excerpt) => excerpt.shown).map((excerpt) => excerpt.element);
      if (!shown.length) return;
      const at = shown.indexOf(current);
      goTo(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by))]);
    };
    const nextProblem = () => {
      const shown = excerpts.filter((excerpt) => excerpt.shown).map((excerpt) => excerpt.element);
      const at = shown.indexOf(current);
      const following = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
      const problem = following.find((element) => "problem" in element.dataset);
      if (problem) goTo(problem);
    };
    one("next").hidden = !excerpts.some((excerpt) => "problem" in excerpt.element.dataset);
    one("next").addEventListener("click", nextProblem);
    one("more").addEventListener("click", () => {
      const state = one("more").getAttribute("aria-expanded") !== "true";
      one("more").setAttribute("aria-expanded", String(state));
      one("choices").classList.toggle("open", state);
    });

    /* The index sorts by a column: names upwards, numbers downwards, the other way round when clicked again. */
    for (const button of all(".index th button")) {
      button.addEventListener("click", () => {
        const column = Number(button.dataset.column);
        const heading = button.closest("th");
        const up = heading.ariaSort ? heading.ariaSort === "descending" : column === 0;
        for (const other of all(".index th")) other.ariaSort = null;
        heading.ariaSort = up ? "ascending" : "descending";
        const text = (row) => row.cells[column].textContent.trim();
        const order = (one, other) =>
          column === 0 ? text(one).localeCompare(text(other)) : Number(text(one)) - Number(text(other));
        const body = button.closest("table").tBodies[0];
        body.append(...[...body.rows].sort((one, other) => (up ? 1 : -1) * order(one, other)));
      });
    }

    /* Copying. A page from a file may not be allowed the clipboard; a text area that is copied from always is. */
    const copied = async (text) => {
      try { await navigator.clipboard.writeText(text); }
      catch {
        const area = document.body.appendChild(document.createElement("textarea"));
        area.value = text;
        area.select();
        document.execCommand("copy");
        area.remove();
      }
    };
    document.addEventListener("click", async (event) => {
      const button = event.target.closest("button[data-copy]");
      if (!button) return;
      await copied(button.dataset.copy);
      const said = button.textContent;
      button.textContent = "copied";
      setTimeout(() => { button.textContent = said; }, 1500);
    });

    const keys = {
      n: nextProblem,
      j: () => step(1),
      k: () => step(-1),
      f: () => { if (current) open(current, null, !isOpen(current)); else step(1); },
      "/": () => one("search").focus(),
    };
    one("keys").checked = stored("keys") !== "off";
    one("keys").addEventListener("change", () => stored("keys", one("keys").checked ? "on" : "off"));
    document.addEventListener("focusin", (event) => {
      const excerpt = event.target.closest?.(".excerpt");
      if (excerpt && excerpt !== current) {
        current?.classList.remove("current");
        current = excerpt;
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") {
        one("search").blur();
        clear();
        return;
      }
      if (!one("keys").checked || event.target.closest("input, select, textarea")) return;
      const action = keys[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    });

    /* An address that names a code opens its explanation; one that names an excerpt makes it the current one. */
    const follow = () => {
      const target = one(decodeURIComponent(location.hash.slice(1)));
      if (!target) return;
      if (target.localName === "details") target.open = true;
      const excerpt = target.closest(".excerpt");
      if (excerpt) {
        if (excerpt.hidden) clear();
        reveal(excerpt);
        current = excerpt;
      }
      target.scrollIntoView({ block: "start" });
    };
    window.addEventListener("hashchange", follow);

    const picker = one("theme");
    picker.value = root.dataset.theme ?? "";
    picker.addEventListener("change", () => {
      theme(picker.value);
      stored("theme", picker.value);
    });

    let closed = [];
    window.addEventListener("beforeprint", () => {
      closed = all("details:not([open])");
      for (const details of closed) details.open = true;
    });
    window.addEventListener("afterprint", () => {
      for (const details of closed) details.open = false;
    });

    apply();
    follow();
  });
})();

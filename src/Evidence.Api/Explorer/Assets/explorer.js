// Makes the pages smoother; each works without it.
"use strict";

(() => {
  const announcement = document.getElementById("announcement");
  const say = text => { announcement.textContent = ""; requestAnimationFrame(() => { announcement.textContent = text; }); };

  // Buttons that copy an address or a text.
  const showCopyButtons = root => root.querySelectorAll("button[data-copy]").forEach(button => { button.hidden = !navigator.clipboard; });
  // A citation is copied and printed with the whole address.
  const showWholeAddresses = root => root.querySelectorAll("a[data-whole]").forEach(link => { link.textContent = link.href; });
  const prepare = root => { showCopyButtons(root); showWholeAddresses(root); };
  document.addEventListener("click", async event => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    const text = button.dataset.copy;
    await navigator.clipboard.writeText(text.startsWith("/") ? location.origin + text : text);
    say("Copied");
    button.dataset.done = "";
    setTimeout(() => delete button.dataset.done, 1500);
  });

  // "/" goes to the search box, where nothing else is being typed.
  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, select, textarea, [contenteditable]")) return;
    event.preventDefault();
    document.getElementById("search").focus();
  });

  // A list's form and links change the page in place; the address is the state, so that back and reload work.
  let asked = 0;
  let shown = location.pathname + location.search;
  const load = async (address, { push, focus }) => {
    const mine = ++asked;
    const main = document.getElementById("main");
    main.setAttribute("aria-busy", "true");
    let answer, text;
    try {
      answer = await fetch(address, { headers: { Accept: "text/html" } });
      text = await answer.text();
    } catch {
      location.href = address;
      return;
    }
    if (mine !== asked) return;
    if (!answer.ok) { location.href = address; return; }
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const open = [...main.querySelectorAll("details[id]")].map(part => [part.id, part.open]);
    for (const [id, isOpen] of open) {
      const part = fresh.getElementById(id);
      if (part) part.open = isOpen || part.open;
    }
    main.innerHTML = fresh.getElementById("main").innerHTML;
    main.removeAttribute("aria-busy");
    document.title = fresh.title;
    document.querySelector(".colophon").innerHTML = fresh.querySelector(".colophon").innerHTML;
    if (push) history.pushState({ live: true }, "", answer.url);
    shown = location.pathname + location.search;
    prepare(main);
    const target = focus && document.getElementById(focus);
    if (target) target.focus({ preventScroll: true });
    else if (push) { main.focus({ preventScroll: true }); }
    say(main.querySelector("[data-announce]")?.textContent.trim() ?? document.title);
  };

  const addressOf = form => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== "")).toString();
    return form.getAttribute("action") + (query ? "?" + query : "");
  };
  document.addEventListener("change", event => {
    const form = event.target.closest("form[data-live]");
    if (form && event.target.matches("input[type=checkbox], input[type=radio], select")) load(addressOf(form), { push: true, focus: event.target.id });
  });
  document.addEventListener("submit", event => {
    if (!event.target.matches("form[data-live]")) return;
    event.preventDefault();
    load(addressOf(event.target), { push: true, focus: document.activeElement?.id });
  });
  document.addEventListener("click", event => {
    const link = event.target.closest("a[data-live]");
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load(link.href, { push: true, focus: link.dataset.focus });
  });
  // A link to a part of the page comes here too, and what was typed on it must stay.
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown) load(location.href, { push: false });
  });

  // What was typed into a record is not left behind unasked.
  let typed = false;
  document.addEventListener("input", event => { if (event.target.closest("form.edit")) typed = true; });
  document.addEventListener("submit", event => { if (event.target.closest("form.edit")) typed = false; });
  addEventListener("beforeunload", event => { if (typed) event.preventDefault(); });

  prepare(document);
})();

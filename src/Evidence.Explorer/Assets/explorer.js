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

  // A list's form and links change the page in place. The address is the state, so that back and reload work.
  // The user goes on while an answer is awaited, and the answer must not undo that: a further tick or link is asked together with the one
  // before it, text typed meanwhile and the focus are carried over, and the page waits for a button or key that is still down.
  let asked = 0;
  let awaited = null;
  let shown = location.pathname + location.search;

  const clickAfterRelease = 60; // On a touch screen the click follows the release of the pointer by some milliseconds.
  let pressed = -Infinity, released = -Infinity;
  const press = () => { pressed = performance.now(); };
  const release = () => { if (pressed > released) released = performance.now(); };
  for (const name of ["pointerdown", "keydown", "compositionstart"]) addEventListener(name, event => { if (!event.repeat) press(); }, true);
  for (const name of ["pointerup", "pointercancel", "keyup", "compositionend"]) addEventListener(name, release, true);
  addEventListener("blur", release);
  addEventListener("pointermove", event => { if (event.buttons === 0 && event.pointerType === "mouse") release(); }); // A menu took the release.
  const canSeeOpenLists = CSS.supports("selector(select:open)");
  const isHeld = () => pressed > released || performance.now() - released < clickAfterRelease
    || (canSeeOpenLists && document.querySelector("select:open") !== null);
  const whenReleased = async () => { while (isHeld()) await new Promise(resolve => setTimeout(resolve, 20)); };

  const fields = root => [...root.querySelectorAll("form[data-live] input:is([type=search], [type=number])")];
  // The element of the replaced page that stands for one of the page before.
  const counterpart = element => {
    if (element.id) return document.getElementById(element.id);
    if (element.matches("details[id] > summary")) return document.querySelector(`#${element.parentElement.id} > summary`);
    return [...document.querySelectorAll(element.localName)].find(other => other.href === element.href && other.textContent === element.textContent);
  };

  const load = async (address, { push, focus, leavesTyped }) => {
    const mine = ++asked;
    const main = document.getElementById("main");
    const sent = new Map(fields(main).map(field => [field.id, leavesTyped ? field.defaultValue : field.value]));
    const before = document.activeElement;
    awaited = { push };
    main.setAttribute("aria-busy", "true");
    let answer, text;
    try {
      answer = await fetch(address, { headers: { Accept: "text/html" } });
      text = await answer.text();
      await whenReleased();
    } catch {
      answer = null;
    }
    if (mine !== asked) return;
    if (!answer?.ok) { location.href = address; return; }
    const fresh = new DOMParser().parseFromString(text, "text/html");
    for (const part of main.querySelectorAll("details[id]")) {
      const same = fresh.getElementById(part.id);
      if (same) same.open = part.open || (same.open && !push);
    }
    const unsent = fields(main).filter(field => field.value !== sent.get(field.id)).map(field => [field.id, field.value]);
    const active = document.activeElement;
    const selection = main.contains(active) && active.selectionStart !== undefined ? [active.selectionStart, active.selectionEnd] : null;
    main.innerHTML = fresh.getElementById("main").innerHTML;
    main.removeAttribute("aria-busy");
    document.title = fresh.title;
    document.querySelector(".colophon").innerHTML = fresh.querySelector(".colophon").innerHTML;
    if (push) history.pushState({ live: true }, "", answer.url);
    shown = location.pathname + location.search;
    awaited = null;
    prepare(main);
    for (const [id, value] of unsent) {
      const field = document.getElementById(id);
      if (field) field.value = value;
    }
    const hasMoved = active !== before && active !== document.body;
    const target = hasMoved ? !active.isConnected && counterpart(active) : focus && document.getElementById(focus);
    if (target) {
      target.focus({ preventScroll: true });
      if (target.id === active.id && selection && selection[0] !== null) target.setSelectionRange(...selection);
    } else if (push && (!hasMoved || !active.isConnected)) main.focus({ preventScroll: true });
    say(main.querySelector("[data-announce]")?.textContent.trim() ?? document.title);
  };

  const addressOf = form => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== "")).toString();
    return form.getAttribute("action") + (query ? "?" + query : "");
  };
  const isChoice = control => control.matches("input[type=checkbox], input[type=radio], select");
  const given = control => [...control.options].find(option => option.defaultSelected)?.value ?? "";

  // Changes the form as a link changes the address that the page was given for.
  const take = (form, link) => {
    const next = new URL(link.href).searchParams;
    const isIn = control => control.value === ""
      ? !next.has(control.name)
      : next.getAll(control.name).some(value => value === control.value || value.split(",").includes(control.value));
    const clears = link.matches(".clear");
    for (const control of form.elements) {
      const value = next.get(control.name) ?? "";
      if (!control.name || control.name === "revision") continue; // A cursor carries its revision.
      if (control.type === "hidden") control.disabled = !isIn(control);
      else if (control.matches("select")) { if (clears || value !== given(control)) control.value = value; }
      else if (isChoice(control)) { if (clears || isIn(control) !== control.defaultChecked) control.checked = isIn(control); }
      else if (clears || value !== control.defaultValue) control.value = value;
    }
  };

  document.addEventListener("change", event => {
    const form = event.target.closest("form[data-live]");
    if (form && isChoice(event.target)) load(addressOf(form), { push: true, focus: event.target.id });
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
    const form = document.querySelector("form[data-live]");
    const isBehind = awaited?.push; // A change is awaited that the link's address does not contain.
    if (isBehind && new URL(link.href).searchParams.has("cursor")) return; // That list is being replaced: it has no next page any more.
    take(form, link);
    load(isBehind ? addressOf(form) : link.href, { push: true, focus: link.dataset.focus, leavesTyped: !isBehind });
  });
  // A link to a part of the page comes here too, and what was typed on it must stay.
  addEventListener("popstate", () => {
    if (location.pathname + location.search !== shown || awaited?.push === false) load(location.href, { push: false });
  });
  // A tick from before this script ran has not been asked yet.
  const early = [...document.querySelector("form[data-live]")?.elements ?? []].find(control =>
    isChoice(control) && (control.matches("select") ? control.value !== given(control) : control.checked !== control.defaultChecked));
  if (early) load(addressOf(early.form), { push: true, focus: document.activeElement?.id });

  // What was typed into a record is not left behind unasked.
  let typed = false;
  document.addEventListener("input", event => { if (event.target.closest("form.edit")) typed = true; });
  document.addEventListener("submit", event => { if (event.target.closest("form.edit")) typed = false; });
  addEventListener("beforeunload", event => { if (typed) event.preventDefault(); });

  prepare(document);
})();

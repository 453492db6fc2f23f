// What the pages do beyond links and forms. Everything works without it.
(function () {
  "use strict";

  const say = (text) => {
    const place = document.getElementById("announcement");
    place.textContent = "";
    setTimeout(() => { place.textContent = text; }, 100);
  };

  const ready = (root) => {
    root.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = false; });
  };

  // Copy buttons: `data-copy` names the field or the text.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const source = document.getElementById(button.dataset.copy);
    const label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      button.textContent = "Copied";
      say("Copied");
    } catch {
      source.closest("details")?.setAttribute("open", "");
      source.select ? source.select() : getSelection().selectAllChildren(source);
      button.textContent = "Selected: copy it with your keyboard";
      say(button.textContent);
    }
    setTimeout(() => { button.textContent = label; }, 3000);
  });

  // A check is done or not relevant, not both. Before htmx reads the form.
  document.addEventListener("change", (event) => {
    const other = { done: "na", na: "done" }[event.target.name];
    if (other && event.target.checked) {
      const box = document.getElementById(`${other}-${event.target.value}`);
      if (box) box.checked = false;
    }
  }, true);

  // The list shows what was searched for, or what the filters let through: never both.
  const alone = (event) => {
    const searches = event.target.id === "words";
    if (!searches && !event.target.closest(".filters")) return;
    const others = document.querySelectorAll(searches ? ".filters select" : "#words");
    others.forEach((field) => { field.value = ""; });
  };
  document.addEventListener("input", alone);

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "paste") {
      event.target.form.requestSubmit();
    }
  });

  // While htmx is at work: the button says so, and keeps the focus.
  const busy = (form, on) => {
    const button = form.matches?.("form") && form.querySelector("button[type=submit]");
    if (button) button.setAttribute("aria-disabled", on);
  };
  let slow;
  document.addEventListener("htmx:beforeRequest", (event) => {
    busy(event.detail.elt, true);
    slow = setTimeout(() => say("Working…"), 1000);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    busy(event.detail.elt, false);
    clearTimeout(slow);
  });

  // After a swap: the focus on what is new, one announcement, the buttons at work.
  document.addEventListener("htmx:afterSettle", (event) => {
    const root = event.detail.elt;
    ready(document);
    if (root.id === "main") {
      document.querySelectorAll("[aria-current]").forEach((link) => link.removeAttribute("aria-current"));
    }
    const focus = root.querySelector("[data-focus]");
    if (focus) {
      focus.focus();
      focus.scrollIntoView({ block: "start" });
    }
    const news = root.matches("[data-announce]") ? root : root.querySelector("[data-announce]");
    if (news && !focus) say(news.textContent);
  });

  // No answer at all: say so next to the box, and keep the text.
  const lost = () => {
    const place = document.getElementById("paste-fault");
    const text = "The site did not answer. Check your connection, then send it again.";
    if (!place) return say(text);
    place.innerHTML = "";
    const box = document.createElement("div");
    box.className = "error-summary";
    box.tabIndex = -1;
    box.append(Object.assign(document.createElement("p"), { textContent: text }));
    place.append(box);
    box.focus();
  };
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status >= 400 && !xhr.getResponseHeader("HX-Retarget")) {
      event.detail.shouldSwap = false; // not a page of ours: a proxy on the way, for instance
      lost();
    }
  });
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:timeout", lost);

  // Nothing pasted stays in the browser when the page is left.
  addEventListener("pagehide", () => {
    const paste = document.getElementById("paste");
    if (paste) paste.value = "";
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.querySelector(".evidence")) location.reload();
  });

  ready(document);
  document.querySelector(".error-summary[data-focus]")?.focus();
})();

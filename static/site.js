// What the pages do beyond links and forms. Everything works without it.
(function () {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const MOST_TEXT = 64 * 1024; // bytes, as on the server

  // What is said here stands on the page, in its language. A number or a title goes where "#" is.
  const words = byId("announcement").dataset;
  const fill = (sentence, what) => sentence.split("#").join(what);

  const say = (text) => {
    const place = byId("announcement");
    place.textContent = "";
    setTimeout(() => { place.textContent = text; }, 100);
  };

  // What needs a script is hidden until there is one. Boxes grow with their text, also where CSS cannot.
  const grow = (box) => { box.style.height = "auto"; box.style.height = `${box.scrollHeight + 4}px`; };
  const ready = () => {
    document.querySelectorAll("[data-copy], [data-print], [data-script]").forEach((each) => { each.hidden = false; });
    if (!CSS.supports("field-sizing", "content")) document.querySelectorAll(".letter").forEach(grow);
  };

  // -------------------------------------------------------------- copy, print

  // `data-copy` names the field or the text.
  const copy = async (button) => {
    const source = byId(button.dataset.copy);
    const label = button.dataset.label || button.textContent;
    button.dataset.label = label;
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      button.textContent = words.sayCopied;
    } catch {
      source.closest("details")?.setAttribute("open", "");
      source.select ? source.select() : getSelection().selectAllChildren(source);
      button.textContent = words.saySelected;
    }
    say(button.textContent);
    setTimeout(() => { button.textContent = label; }, 3000);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy], [data-print]");
    if (button) button.dataset.copy ? copy(button) : print();
  });

  // --------------------------------------------------------------------- fields

  // A check is done or not relevant, not both. Before htmx reads the form.
  document.addEventListener("change", (event) => {
    const other = { done: "na", na: "done" }[event.target.name];
    const box = other && event.target.checked && byId(`${other}-${event.target.value}`);
    if (box) box.checked = false;
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

  // A file is read here, by the browser: its text goes into the box, and nothing is sent yet.
  const take = async (file) => {
    const box = byId("paste");
    const text = file.size > MOST_TEXT ? "" : await file.text();
    if (file.size > MOST_TEXT) {
      const kib = Math.ceil(file.size / 1024).toLocaleString(document.documentElement.lang);
      fault(fill(words.sayTooLong, kib));
    } else if (text.includes("\0")) {
      fault(words.sayNotText);
    } else {
      byId("fault").replaceChildren();
      box.value = text;
      box.focus();
      say(words.sayTaken);
    }
  };
  const isFile = (event) => byId("paste") && event.dataTransfer?.types.includes("Files");
  const over = (event, on) => {
    if (!isFile(event)) return;
    event.preventDefault(); // else the browser leaves the page to show the file
    byId("paste").classList.toggle("over", on);
  };
  document.addEventListener("dragover", (event) => over(event, true));
  document.addEventListener("dragleave", (event) => over(event, false));
  document.addEventListener("drop", (event) => {
    over(event, false);
    if (isFile(event) && event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  document.addEventListener("paste", (event) => {
    const box = byId("paste");
    const file = event.clipboardData.files[0];
    const text = event.clipboardData.getData("text/plain");
    if (!box || event.target.closest("input, textarea:not(#paste)") || (event.target === box && text)) return;
    if (text) {
      box.value = text;
      box.focus();
    } else if (file) {
      take(file);
    } else return;
    event.preventDefault();
  });

  // ----------------------------------------------------------------------- htmx

  // While it is at work: the button and the target say so, and the button keeps the focus.
  let slow;
  let held;
  const busy = ({ elt, target }, on) => {
    const button = elt.matches?.("form") && elt.querySelector("button[type=submit]");
    if (button) button.setAttribute("aria-disabled", on);
    // what was asked for may come to another place: a fault above the page
    (on ? [target] : document.querySelectorAll("[aria-busy]")).forEach((each) => each?.setAttribute("aria-busy", on));
    document.body.classList.remove("slow");
    clearTimeout(slow);
  };
  document.addEventListener("htmx:beforeRequest", (event) => {
    busy(event.detail, true);
    held = document.activeElement.id;
    slow = setTimeout(() => {
      document.body.classList.add("slow");
      say(event.detail.elt.dataset.say || words.sayWorking);
    }, 1000);
  });
  document.addEventListener("htmx:afterRequest", (event) => busy(event.detail, false));

  // What somebody has written into the text for support is not written over by a tick.
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const text = event.detail.target.querySelector(".letter");
    if (text && text.value !== text.defaultValue) event.detail.shouldSwap = false;
  });

  // A new page begins at its top, as one that is loaded does. What was unfolded stays so.
  let unfolded = [];
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id === "main") scrollTo({ top: 0, behavior: "instant" });
    unfolded = Array.from(document.querySelectorAll("details[id][open]"), (each) => each.id);
  });

  // The box that a fault speaks of says so itself.
  const wrong = (link, is) => {
    const box = link && byId(link.hash.slice(1));
    if (!box) return;
    const others = (box.getAttribute("aria-describedby") || "").replace(/ ?fault-says/, "");
    box.setAttribute("aria-describedby", is ? `${others} fault-says` : others);
    box.setAttribute("aria-invalid", is);
    const says = byId(`${box.id}-error`);
    if (!says) return;
    says.textContent = link.textContent;
    says.hidden = !is;
  };

  // After a swap: the focus on what is new, or where it was; one announcement; the buttons at work.
  document.addEventListener("htmx:afterSettle", (event) => {
    const root = event.detail.elt;
    ready();
    for (const id of unfolded) if (byId(id) && root.id !== "main") byId(id).open = true;
    if (root.id === "main") document.querySelectorAll("nav [aria-current]").forEach((link) => link.removeAttribute("aria-current"));
    if (root.id === "fault") wrong(root.querySelector("a[href^='#']"), true);
    else {
      wrong(byId("fault").querySelector("a[href^='#']"), false);
      byId("fault").replaceChildren();
    }
    const focus = root.querySelector("[data-focus]");
    if (focus) {
      focus.focus();
      focus.scrollIntoView({ block: root.id === "vote" ? "nearest" : "start" });
    } else if (document.activeElement === document.body) {
      const back = byId(held) || root;
      if (back === root) root.tabIndex = -1;
      back.focus();
    }
    const news = root.matches("[data-announce]") ? root : root.querySelector("[data-announce]");
    if (news && !focus) say(news.textContent);
  });

  // What went wrong here, above the page. `form` can be sent without htmx: that is the plain way on.
  const fault = (text, form) => {
    const box = document.createElement("div");
    box.className = "error-summary";
    box.tabIndex = -1;
    box.append(Object.assign(document.createElement("p"), { textContent: text }));
    if (form) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: words.sayAgain });
      button.addEventListener("click", () => form.submit());
      box.append(button);
    }
    byId("fault").replaceChildren(box);
    const before = words.sayError.split("#")[0];
    if (!document.title.startsWith(before)) document.title = fill(words.sayError, document.title);
    box.focus();
    box.scrollIntoView({ block: "nearest" });
  };
  const lost = (event) => {
    const { elt, triggeringEvent } = event.detail.requestConfig;
    const form = elt.closest("form");
    const pressed = triggeringEvent?.submitter;
    if (pressed?.name) { // yes or no: sending a form by script leaves out what was pressed
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name: pressed.name, value: pressed.value }));
    }
    fault(words.sayLost, form);
  };
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status >= 400 && !xhr.getResponseHeader("HX-Retarget")) {
      event.detail.shouldSwap = false; // not a page of ours: a proxy on the way, for instance
      lost(event);
    }
  });
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:timeout", lost);

  // Nothing pasted stays in the browser when the page is left.
  addEventListener("pagehide", () => {
    const answer = document.querySelector(".evidence") && byId("support-text");
    for (const box of [byId("paste"), answer]) if (box) box.value = "";
  });
  // Back and forward load the page anew; at its top, and not as far down as the one that is left.
  addEventListener("popstate", (event) => {
    if (event.state?.htmx) scrollTo({ top: 0, behavior: "instant" });
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted && document.querySelector(".evidence")) location.reload();
  });

  // A map opens at the last answer that was given.
  const drawing = document.querySelector("[data-at]");
  if (drawing && !location.hash) {
    const box = byId(drawing.dataset.at).getBoundingClientRect();
    const frame = drawing.getBoundingClientRect();
    drawing.scrollBy(box.x + (box.width - frame.width) / 2 - frame.x, box.y + (box.height - frame.height) / 2 - frame.y);
  }

  ready();
  document.querySelector(".error-summary[data-focus]")?.focus();
})();

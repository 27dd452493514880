// Keys for the review queue and for lists; every action is also a button or a link.
"use strict";
document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
  const button = e.key.length === 1 && document.querySelector(`form.judge button[data-key="${CSS.escape(e.key)}"]`);
  if (button) { e.preventDefault(); button.click(); return; }
  if (e.key === "Escape" && document.activeElement.closest(".cite")) document.activeElement.blur();
  if (e.key === "/") { e.preventDefault(); document.getElementById("q").focus(); }
  if (e.key === "j" || e.key === "k") {
    const links = [...document.querySelectorAll("main a")];
    const at = links.indexOf(document.activeElement) + (e.key === "j" ? 1 : -1);
    if (links[at]) links[at].focus();
  }
  if (e.key === "?") {
    let box = document.getElementById("keys");
    if (box) { box.remove(); return; }
    box = document.createElement("aside");
    box.id = "keys"; box.setAttribute("role", "status");
    box.textContent = "y yes · n no · m merge · s split · u unclear, next · j and k next and previous link · Escape closes a sentence · / search · ? closes this";
    document.body.append(box);
  }
});

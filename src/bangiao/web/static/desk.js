// Whatever is found here can be read without this file: it only shows what belongs together, and watches a reading.
"use strict";

// A finding and its words: pointing at one shows the other.
for (const card of document.querySelectorAll("[data-find]")) {
  const words = document.querySelectorAll(`mark[data-f~="${CSS.escape(card.dataset.find)}"]`);
  const light = (on) => {
    card.classList.toggle("lit", on);
    for (const word of words) word.classList.toggle("lit", on);
  };
  for (const one of [card, ...words]) {
    one.addEventListener("pointerenter", () => light(true));
    one.addEventListener("pointerleave", () => light(false));
  }
  card.addEventListener("focusin", () => light(true));
  card.addEventListener("focusout", () => light(false));
}

// Files may be dropped on their field; where there is no script they are chosen.
const drop = document.querySelector(".drop");
if (drop) {
  const files = drop.querySelector("input[type=file]");
  const over = (on) => (event) => {
    event.preventDefault();
    drop.classList.toggle("over", on);
  };
  drop.addEventListener("dragover", over(true));
  drop.addEventListener("dragleave", over(false));
  drop.addEventListener("drop", (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length) files.files = event.dataTransfer.files;
  });
}

// On a small screen: the page that is open among the others, and the latest years of a table.
const open = document.querySelector(".pages [aria-current]");
if (open) open.closest(".pages").scrollLeft = open.offsetLeft - 24;
for (const table of document.querySelectorAll("[data-end]")) table.scrollLeft = table.scrollWidth;

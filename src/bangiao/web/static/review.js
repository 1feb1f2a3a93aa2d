// Every key presses the button or link that shows it; without this file the buttons do the same.
"use strict";

const place = document.getElementById("place");
const value = document.getElementById("value");
if (place && value) {
  const fill = () => { value.value = place.selectedOptions[0]?.dataset.value ?? ""; };
  place.addEventListener("change", fill);
  fill();
}
// Enter in the value enters the correction, not the first button of the form
value?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  document.querySelector('.correct button[value="c"]').click();
});
const why = document.getElementById("why");
why?.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); why.blur(); } });
const by = document.getElementById("by");
by?.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); by.blur(); } });
let sent = false;
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { document.activeElement?.blur?.(); return; }
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target.closest?.("input, select, textarea")) return;
  const found = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!found) return;
  event.preventDefault();
  if (found.matches("select, input")) {
    found.closest("details")?.setAttribute("open", ""); // what is folded away has to be seen to be filled in
    found.focus();
    return;
  }
  if (sent) return; // a key held down decides once
  const form = found.matches("button") ? found.form : null; // a link leads on, whatever the form still lacks
  if (form && !form.checkValidity()) { form.reportValidity(); return; }
  sent = true;
  found.click();
});

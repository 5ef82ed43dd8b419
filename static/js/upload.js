// Files dropped on a form, and how far their upload has come. Without this script the same form works as it is.
"use strict";
{
  const find = (form, name) => form.querySelector(`[data-${name}]`);
  const formOf = (event) => event.target.closest?.("form[data-upload]");
  const say = (form, text, wrong = false) => {
    find(form, "status").textContent = text;
    find(form, "status").classList.toggle("wrong", wrong);
  };

  function tooLarge(form) {
    const files = [...form.querySelector("input[type=file]").files];
    return files.find((file) => file.size > Number(form.dataset.upload));
  }

  function show(form, sent) {
    const percent = Math.floor(100 * sent.loaded / sent.total);
    form.querySelector("progress").value = percent;
    const quarter = Math.floor(percent / 25) * 25; // a screen reader hears four steps, not a hundred
    if (quarter && form.dataset.said !== String(quarter)) {
      form.dataset.said = quarter;
      say(form, quarter < 100 ? form.dataset.sent.replace("{percent}", quarter) : form.dataset.checking);
    }
  }

  function end(form, text, wrong = false) {
    find(form, "progress").hidden = true;
    delete form.dataset.said;
    say(form, text, wrong);
  }

  function arrived(form, request) {
    if (request.status !== 200) return end(form, form.dataset.broken, true);
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const main = page.querySelector("main");
    if (!page.querySelector("form[data-upload]")) return location.assign(request.responseURL); // the session had ended
    history.replaceState(null, "", request.responseURL); // after a replacement the list of documents
    document.querySelector("main").replaceWith(main);
    document.title = page.title;
    prepare();
    (main.querySelector(".error-summary") ?? main).focus();
  }

  function send(form) {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", (sent) => show(form, sent));
    request.addEventListener("load", () => arrived(form, request));
    request.addEventListener("error", () => end(form, form.dataset.broken, true));
    request.addEventListener("abort", () => end(form, form.dataset.stopped));
    find(form, "stop").onclick = () => request.abort();
    request.open("POST", location.href);
    request.send(new FormData(form));
    find(form, "progress").hidden = false;
  }

  document.addEventListener("submit", (event) => {
    const form = formOf(event);
    if (!form?.querySelector("input[type=file]").files.length) return; // the server says what is missing
    event.preventDefault();
    if (!find(form, "progress").hidden) return; // on its way already
    const large = tooLarge(form);
    if (large) return say(form, form.dataset.large.replace("{name}", large.name), true);
    send(form);
  });

  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    formOf(event)?.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => formOf(event)?.classList.remove("dropping"));
  document.addEventListener("drop", (event) => {
    event.preventDefault(); // a file that misses the form must not take its place
    const form = formOf(event);
    if (!form) return;
    form.classList.remove("dropping");
    if (event.dataTransfer.files.length) form.querySelector("input[type=file]").files = event.dataTransfer.files;
  });

  function prepare() {
    document.querySelectorAll("[data-drop]").forEach((hint) => { hint.hidden = false; });
  }
  prepare();
}

// The page is whole without this: it only adds buttons that copy the examples.
function copyButton(example) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(example.querySelector("code").textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  return button;
}

// Browsers lend the clipboard to secure pages only.
if (navigator.clipboard) {
  for (const example of document.querySelectorAll("pre.example")) {
    const frame = document.createElement("div");
    frame.className = "frame";
    example.replaceWith(frame);
    frame.append(example, copyButton(example));
  }
}

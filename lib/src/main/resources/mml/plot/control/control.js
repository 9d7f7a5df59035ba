(root, control) => {
  const made = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const still = root.querySelector(".mml-still");
  const drawn = [...still.querySelectorAll("img")];
  // as written: as laid out, a narrow page would have made it smaller, and all others with it
  const [width, height] = ["width", "height"].map(name => Number(drawn[0].getAttribute(name)));
  const images = control.frames.map(frame => frame
    ? made("img", {width, height, alt: frame.alt, src: "data:image/png;base64," + frame.png})
    : drawn.shift());
  images.forEach(image => { image.decoding = "sync"; });  // the frame is there when it is shown: no flicker
  const said = made("p", {className: "mml-said"});
  said.setAttribute("aria-live", "polite");
  const at = control.choices.map(() => 0);
  const show = () => {
    const index = control.choices.reduce((sum, choice, k) => sum * choice.labels.length + at[k], 0);
    images.forEach((image, i) => { image.style.display = i === index ? "block" : "none"; });
    if (said.textContent !== images[index].alt) said.textContent = images[index].alt;
  };
  const slider = (choice, k) => {
    const value = made("span", {className: "mml-value"}, choice.labels[0]);
    value.setAttribute("aria-hidden", "true");  // the slider says it
    const input = made("input", {type: "range", min: 0, max: choice.labels.length - 1, step: 1, value: 0});
    input.setAttribute("aria-label", choice.name);
    input.setAttribute("aria-valuetext", choice.labels[0]);
    input.addEventListener("input", () => {
      at[k] = Number(input.value);
      value.textContent = choice.labels[at[k]];
      input.setAttribute("aria-valuetext", choice.labels[at[k]]);
      show();
    });
    return made("label", {}, choice.name, input, value);
  };
  const buttons = (choice, k) => made("fieldset", {}, made("legend", {}, choice.name),
    ...choice.labels.map((label, i) => {
      const input = made("input", {type: "radio", name: "choice" + k, checked: i === 0});
      input.addEventListener("input", () => { at[k] = i; show(); });
      return made("label", {}, input, label);
    }));
  // a form of its own keeps the buttons apart from those of another control
  const form = made("form", {autocomplete: "off", onsubmit: () => false},
    ...control.choices.map((choice, k) => choice.slides ? slider(choice, k) : buttons(choice, k)));
  // JupyterLab leaves the keys to an element that asks for it itself
  form.querySelectorAll("input").forEach(input => input.setAttribute("data-lm-suppress-shortcuts", "true"));
  show();
  still.replaceWith(form, ...images, said);
}

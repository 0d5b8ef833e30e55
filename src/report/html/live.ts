/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * The page's only script. Pointing at a picture shows the reading of the nearest place (mouse, finger, arrow keys), and the
 * entries of a legend become buttons that hide what they name. It reads all it needs from the page, and puts in texts as texts.
 *
 * It is put into the page as its own source text: everything it uses must stand inside.
 */
export function live(): void {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.setAttribute("aria-hidden", "true");
  const cross = document.createElementNS("http://www.w3.org/2000/svg", "path");
  cross.setAttribute("class", "cross");
  let lit: Element | undefined;

  const hide = () => {
    lit?.classList.remove("on");
    tip.remove();
    cross.remove();
  };

  const write = (text: string) => {
    const rows = text.split("\n").map((line, i) => {
      const row = document.createElement("div");
      const [, label, value] = (i > 0 && /^(.*): (.*)$/.exec(line)) || ["", line, ""];
      for (const part of [label, value]) row.appendChild(document.createElement("span")).textContent = part;
      return row;
    });
    tip.replaceChildren(...rows);
  };

  /** Beside the crosshair, or below the row where the readings lie one below the other. */
  const place = (picture: HTMLElement, area: Element, isUpright: boolean) => {
    const frame = picture.getBoundingClientRect();
    const box = area.getBoundingClientRect();
    picture.append(tip);
    if (isUpright) {
      const below = box.bottom - frame.top + 4;
      const fits = below + tip.offsetHeight <= frame.height;
      tip.style.top = `${fits ? below : box.top - frame.top - tip.offsetHeight - 4}px`;
      tip.style.left = `${frame.width - tip.offsetWidth}px`;
      return;
    }
    const number = (name: string) => Number(area.getAttribute(name));
    const part = (number("data-at") - number("x")) / (number("width") || 1);
    const at = box.left - frame.left + part * box.width;
    tip.style.top = "0";
    tip.style.left = `${at < frame.width / 2 ? at + 10 : at - tip.offsetWidth - 10}px`;
  };

  const light = (picture: HTMLElement, area: Element, text: string) => {
    hide();
    lit = area;
    area.classList.add("on");
    const layer = area.parentElement;
    const isUpright = area.hasAttribute("y");
    if (!isUpright && !layer?.classList.contains("bands")) {
      cross.setAttribute("d", `M${area.getAttribute("data-at")} 0V${area.getAttribute("height")}`);
      layer?.append(cross);
    }
    write(text);
    place(picture, area, isUpright);
  };

  const pointing = (figure: Element, picture: HTMLElement) => {
    const texts = Array.from(figure.querySelectorAll(".hits title"), (title) => {
      title.remove();
      return title.textContent ?? "";
    });
    if (texts.length === 0) return;
    let now = 0;
    const set = (name: string, value: string | number) => picture.setAttribute(name, String(value));
    const go = (to: number) => {
      now = Math.max(0, Math.min(texts.length - 1, to));
      set("aria-valuenow", now);
      set("aria-valuetext", texts[now]);
    };
    // The drawing that this width of the page shows.
    const areas = () =>
      Array.from(picture.querySelectorAll(".hits rect")).filter((area) => area.getClientRects().length > 0);
    const show = (to: number) => {
      go(to);
      light(picture, areas()[now], texts[now]);
    };
    const point = ({ clientX, clientY, pointerType }: PointerEvent) => {
      const met = document.elementFromPoint(clientX, clientY);
      const index = met ? areas().indexOf(met) : -1;
      if (index >= 0) show(index);
      else if (pointerType === "mouse") hide();
    };
    const steps = () =>
      ({
        ArrowRight: now + 1,
        ArrowDown: now + 1,
        ArrowLeft: now - 1,
        ArrowUp: now - 1,
        PageDown: now + 10,
        PageUp: now - 10,
        Home: 0,
        End: texts.length - 1,
      }) as Record<string, number | undefined>;

    picture.tabIndex = 0;
    set("role", "slider");
    set("aria-labelledby", `${figure.id}-title`);
    set("aria-valuemin", 0);
    set("aria-valuemax", texts.length - 1);
    go(0);
    picture.addEventListener("pointerdown", point);
    picture.addEventListener("pointermove", point);
    picture.addEventListener("pointerleave", ({ pointerType }) => {
      if (pointerType === "mouse") hide();
    });
    picture.addEventListener("blur", hide);
    picture.addEventListener("focus", () => {
      if (picture.matches(":focus-visible")) show(now);
    });
    picture.addEventListener("keydown", (event) => {
      const to = steps()[event.key];
      if (event.key === "Escape") hide();
      if (to === undefined) return;
      event.preventDefault();
      show(to);
    });
  };

  const toggling = (figure: Element, picture: HTMLElement) => {
    const entries = figure.querySelectorAll(".legend li");
    for (const entry of entries) {
      const swatch = entry.querySelector("path, rect");
      const color = swatch?.getAttribute("fill") ?? swatch?.getAttribute("stroke");
      const marks = Array.from(picture.querySelectorAll("path, rect, line")).filter(
        (mark) => mark.getAttribute("fill") === color || mark.getAttribute("stroke") === color,
      );
      if (entries.length < 2 || marks.length === 0) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", "true");
      button.append(...entry.childNodes);
      button.addEventListener("click", () => {
        const isOff = button.getAttribute("aria-pressed") === "true";
        button.setAttribute("aria-pressed", String(!isOff));
        for (const mark of marks) mark.classList.toggle("off", isOff);
      });
      entry.append(button);
    }
  };

  for (const figure of document.querySelectorAll(".chart")) {
    const picture = figure.querySelector<HTMLElement>(".picture");
    if (!picture) continue;
    pointing(figure, picture);
    toggling(figure, picture);
  }
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Element && !target.closest(".picture")) hide();
  });
}

// A chart over the whole window, to move and to zoom by mouse, touch and keyboard.
(() => {
  "use strict";
  const LEAST = 0.1,
    MOST = 8,
    STEP = 1.25,
    ARROW = 60; // px that an arrow key moves

  handbook.feature("chart-zoom", (figure) => {
    const tools = figure.querySelector(".hb-chart__tools");
    const dialog = figure.querySelector("dialog.hb-zoom");
    const home = figure.querySelector(".hb-chart__scroll");
    const svg = home.querySelector("svg");
    if (!dialog.showModal || !svg) return;
    tools.hidden = false;
    setUp(figure, dialog, home, svg);
  });

  function setUp(figure, dialog, home, svg) {
    const view = dialog.querySelector(".hb-zoom__view");
    const output = dialog.querySelector("output");
    const pointers = new Map();
    let x = 0,
      y = 0,
      scale = 1,
      moved = 0;

    const draw = () => {
      svg.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
      output.value = `${Math.round(scale * 100)}%`;
      svg.dispatchEvent(new Event("hb-chart-moved", { bubbles: true }));
    };
    /** By a factor, around a point of the window; without one, around the middle. */
    const zoom = (factor, clientX, clientY) => {
      const box = view.getBoundingClientRect();
      const px = clientX === undefined ? box.width / 2 : clientX - box.left;
      const py = clientY === undefined ? box.height / 2 : clientY - box.top;
      const next = Math.min(MOST, Math.max(LEAST, scale * factor));
      x = px - ((px - x) * next) / scale;
      y = py - ((py - y) * next) / scale;
      scale = next;
      draw();
    };
    /** The whole chart; of a long one only its whole width if it is to be `readable`. */
    const fit = (readable = false) => {
      const { width, height } = svg.viewBox.baseVal;
      const across = (view.clientWidth - 16) / width;
      scale = Math.min(across, (view.clientHeight - 16) / height, 1.5);
      if (readable) scale = Math.max(scale, Math.min(across, 1));
      x = (view.clientWidth - width * scale) / 2;
      y = Math.max(readable ? 8 : -Infinity, (view.clientHeight - height * scale) / 2);
      draw();
    };
    const pan = (dx, dy) => {
      x += dx;
      y += dy;
      draw();
    };

    const open = () => {
      home.style.height = `${home.offsetHeight}px`; // the page behind keeps its length
      view.append(svg);
      dialog.showModal();
      view.focus({ preventScroll: true });
      fit(true);
    };
    dialog.addEventListener("close", () => {
      svg.style.transform = "";
      home.append(svg);
      home.style.height = "";
      pointers.clear();
    });
    addEventListener("beforeprint", () => dialog.open && dialog.close());
    addEventListener("resize", () => dialog.open && fit());

    const actions = {
      open,
      fit: () => fit(),
      in: () => zoom(STEP),
      out: () => zoom(1 / STEP),
      close: () => dialog.close(),
    };
    for (const button of figure.querySelectorAll("button[data-zoom]")) {
      button.addEventListener("click", actions[button.dataset.zoom]);
    }
    const keys = {
      "+": actions.in,
      "=": actions.in,
      "-": actions.out,
      _: actions.out,
      0: actions.fit,
      ArrowLeft: () => pan(ARROW, 0),
      ArrowRight: () => pan(-ARROW, 0),
      ArrowUp: () => pan(0, ARROW),
      ArrowDown: () => pan(0, -ARROW),
    };
    dialog.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    });
    view.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        zoom(
          Math.exp(-Math.max(-100, Math.min(100, event.deltaY)) / 400),
          event.clientX,
          event.clientY,
        );
      },
      { passive: false },
    );

    // One pointer drags, two pinch
    view.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, event);
    });
    view.addEventListener("pointermove", (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const other = [...pointers.values()].find((one) => one.pointerId !== event.pointerId);
      pointers.set(event.pointerId, event);
      moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
      if (moved < 5) return; // a click shakes a little
      if (!view.hasPointerCapture(event.pointerId)) view.setPointerCapture(event.pointerId);
      view.classList.add("is-dragged");
      const apart = (one) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      if (other) {
        if (apart(before) > 0)
          zoom(
            apart(event) / apart(before),
            (event.clientX + other.clientX) / 2,
            (event.clientY + other.clientY) / 2,
          );
      } else {
        pan(event.clientX - before.clientX, event.clientY - before.clientY);
      }
    });
    for (const end of ["pointerup", "pointercancel"]) {
      view.addEventListener(end, (event) => {
        pointers.delete(event.pointerId);
        if (pointers.size === 0) view.classList.remove("is-dragged");
      });
    }
    view.addEventListener("dragstart", (event) => event.preventDefault());
    view.addEventListener(
      "click",
      (event) => {
        if (moved < 5 || event.detail === 0) return;
        event.preventDefault(); // the end of a drag is no click on a box
        event.stopPropagation();
      },
      true,
    );
    // A box that the keyboard reaches comes into sight
    view.addEventListener("focusin", (event) => {
      view.scrollTo(0, 0);
      if (!event.target.closest("svg")) return;
      const box = event.target.getBoundingClientRect(),
        frame = view.getBoundingClientRect();
      const edge = 20; // px, for its frame
      const into = (low, high, least, most) =>
        Math.max(0, least + edge - low) - Math.max(0, high - most + edge);
      pan(
        into(box.left, box.right, frame.left, frame.right),
        into(box.top, box.bottom, frame.top, frame.bottom),
      );
    });
  }
})();

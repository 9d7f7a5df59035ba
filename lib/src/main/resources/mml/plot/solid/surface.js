(root, surface) => {
  const made = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const still = root.querySelector(".mml-still");
  const stay = why => { still.querySelector("p").textContent = "A still picture: " + why; };

  // an exported page has it once for all its figures; the server of JupyterLab gives it to the first that asks
  const library = () => window.mmlPlotly ??= new Promise((found, missing) => {
    const look = () => window.Plotly ? found(window.Plotly) : missing();
    const lab = document.getElementById("jupyter-config-data");
    if (window.Plotly || (!lab && document.readyState !== "loading")) look();
    else if (!lab) document.addEventListener("DOMContentLoaded", look);
    else document.head.append(made("script", {
      src: JSON.parse(lab.textContent).baseUrl + "static/plotly-gl3d.min.js", onload: look, onerror: missing,
    }));
  }).catch(() => {
    window.mmlPlotly = undefined;
    throw new Error("what turns it (plotly.js) was not found; the seminar's own JupyterLab and export bring it.");
  });

  const decoded = text => new Float32Array(Uint8Array.from(atob(text), c => c.charCodeAt(0)).buffer);
  const rows = numbers => Array.from({length: surface.y.count},
    (_, row) => Array.from(numbers.subarray(row * surface.x.count, (row + 1) * surface.x.count)));
  const shares = decoded(surface.shares);
  const place = (axis, i) => i / (axis.count - 1);
  const places = axis => Array.from({length: axis.count}, (_, i) => place(axis, i));
  const isHole = share => !Number.isFinite(share);

  const {above, below} = surface.clipped;
  const CAP = .09;
  const low = below ? -CAP : 0, high = above ? 1 + CAP : 1;
  const scaled = share => (share - low) / (high - low);
  const colorscale = [
    ...(below ? [[0, below.colour], [scaled(0) - 1e-6, below.colour]] : []),
    ...surface.colours.map(([share, colour]) => [scaled(share), colour]),
    ...(above ? [[scaled(1) + 1e-6, above.colour], [1, above.colour]] : []),
  ];
  const caps = [...(below ? [[-CAP / 2, below.words]] : []), ...(above ? [[1 + CAP / 2, above.words]] : [])];

  // as many lines of the grid as the still picture has
  const lines = ({count}) => ({
    show: true, start: 0, end: 1, size: Math.ceil((count - 1) / 20) / (count - 1), color: "#333", width: 1,
    highlight: false,
  });

  const relief = () => ({
    type: "surface", x: places(surface.x), y: places(surface.y),
    z: rows(shares.map(share => isHole(share) ? NaN : Math.max(0, Math.min(1, share)))),
    surfacecolor: rows(shares.map(share => isHole(share) ? NaN : Math.max(low, Math.min(high, share)))),
    cmin: low, cmax: high, colorscale, hoverinfo: "none", connectgaps: false,
    lighting: {ambient: .75, diffuse: .5, specular: .05, roughness: .9},
    contours: {x: lines(surface.x), y: lines(surface.y)},
    colorbar: {
      thickness: 20, len: .76, title: {text: surface.z.colours, side: "right"},
      tickvals: [...surface.z.ticks, ...caps].map(tick => tick[0]),
      ticktext: [...surface.z.ticks, ...caps].map(tick => tick[1]),
    },
  });

  // the place of a cell without a surface, on the floor, in the colour of its first corner that is not finite
  const patches = () => {
    const kind = share => Number.isNaN(share) ? 0 : share > 0 ? 1 : 2;
    const mesh = {type: "mesh3d", x: [], y: [], z: [], i: [], j: [], k: [], facecolor: [], hoverinfo: "skip", flatshading: true,
      lighting: {ambient: 1, diffuse: 0, specular: 0}};
    for (let row = 0; row + 1 < surface.y.count; row++) {
      for (let column = 0; column + 1 < surface.x.count; column++) {
        const at = row * surface.x.count + column;
        const hole = [at, at + 1, at + surface.x.count, at + surface.x.count + 1].map(k => shares[k]).find(isHole);
        if (hole === undefined) continue;
        const first = mesh.x.length;
        for (const [right, up] of [[0, 0], [1, 0], [1, 1], [0, 1]]) {
          mesh.x.push(place(surface.x, column + right));
          mesh.y.push(place(surface.y, row + up));
          mesh.z.push(0);
        }
        mesh.i.push(first, first);
        mesh.j.push(first + 1, first + 2);
        mesh.k.push(first + 2, first + 3);
        mesh.facecolor.push(...Array(2).fill(surface.holes[kind(hole)].colour));
      }
    }
    return mesh;
  };

  const DISTANCE = 2, SIDE = 1.22;  // the box and its numbers just fill the picture
  const radians = degrees => degrees * Math.PI / 180;
  const camera = (turn, tilt) => ({
    projection: {type: "orthographic"}, up: {x: 0, y: 0, z: 1}, center: {x: 0, y: 0, z: 0},
    eye: {
      x: DISTANCE * Math.cos(radians(tilt)) * Math.cos(radians(turn)),
      y: DISTANCE * Math.cos(radians(tilt)) * Math.sin(radians(turn)),
      z: DISTANCE * Math.sin(radians(tilt)),
    },
  });

  const layout = () => {
    const font = {family: "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif", size: 14, color: "#222"};
    const axis = ({label, ticks}) => ({
      title: {text: label}, range: [0, 1], tickvals: ticks.map(tick => tick[0]), ticktext: ticks.map(tick => tick[1]),
      tickfont: {size: 12}, backgroundcolor: "#f7f8fa", showbackground: true, gridcolor: "#d9dce1", zeroline: false, showspikes: false,
    });
    return {
      width: surface.width, height: surface.height - (surface.title ? 30 : 0), font, paper_bgcolor: "#fff",
      margin: {l: 0, r: 0, t: 0, b: 0}, hoverlabel: {font},
      scene: {
        // the label of the heights would lie on their numbers; the colour bar has it
        xaxis: axis(surface.x), yaxis: axis(surface.y), zaxis: {...axis(surface.z), title: {text: ""}}, dragmode: "turntable",
        aspectmode: "manual", aspectratio: {x: SIDE, y: SIDE, z: SIDE * surface.tall}, camera: camera(surface.turn, surface.tilt),
      },
    };
  };

  const digits = number => String(Number(number.toPrecision(3)));
  const along = (axis, share) => digits(axis.low + share * (axis.high - axis.low));
  const value = share => {
    const {low, high, logarithmic} = surface.z;
    return digits(logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low));
  };

  const draw = plotly => {
    const context = document.createElement("canvas").getContext("webgl");
    if (!context) throw new Error("this browser draws nothing in three dimensions (WebGL is off).");
    context.getExtension("WEBGL_lose_context")?.loseContext();  // a page has only some sixteen
    const plot = made("div", {});
    plot.setAttribute("role", "img");
    plot.setAttribute("aria-label", still.querySelector("img").alt);
    const read = made("output", {className: "mml-read"}, "Turn it with the mouse, or with the sliders.");
    const keys = surface.holes.filter(hole => hole).map(({colour, words}) => {
      const swatch = made("i", {});
      swatch.style.background = colour;
      return made("span", {className: "mml-key"}, swatch, words);
    });
    const heading = surface.title ? [made("strong", {}, surface.title)] : [];
    const slider = (name, min, max, at) => {
      const shown = made("span", {className: "mml-value"});
      shown.setAttribute("aria-hidden", "true");  // the slider says it
      const input = made("input", {type: "range", min, max, step: 5, value: at});
      input.setAttribute("aria-label", name);
      const set = degrees => {
        input.value = degrees;
        shown.textContent = Math.round(degrees) + "\u00b0";
        input.setAttribute("aria-valuetext", Math.round(degrees) + " degrees");
      };
      set(at);
      return {input, set, label: made("label", {}, name, input, shown)};
    };
    const turn = slider("turn", -180, 180, surface.turn);
    const tilt = slider("tilt", -85, 85, surface.tilt);
    const see = (turned, tilted) => plotly.relayout(plot, {"scene.camera": camera(turned, tilted)});
    for (const one of [turn, tilt]) {
      one.input.addEventListener("input", () => {
        one.set(Number(one.input.value));
        see(Number(turn.input.value), Number(tilt.input.value));
      });
    }
    const back = made("button", {type: "button"}, "as at first");
    back.addEventListener("click", () => {
      turn.set(surface.turn);
      tilt.set(surface.tilt);
      see(surface.turn, surface.tilt);
    });
    const form = made("form", {autocomplete: "off", onsubmit: () => false}, turn.label, tilt.label, back);
    // JupyterLab leaves the keys to an element that asks for it itself
    form.querySelectorAll("input, button").forEach(one => one.setAttribute("data-lm-suppress-shortcuts", "true"));
    const scene = made("div", {className: "mml-scene"}, ...heading, plot, ...keys, read, form);
    root.append(scene);
    const holes = shares.some(isHole) ? [patches()] : [];
    return plotly.newPlot(plot, [relief(), ...holes], layout(), {displayModeBar: false, scrollZoom: false}).then(() => {
      root.classList.add("mml-turned");
      plot.on("plotly_relayouting", change => {
        const {eye} = change["scene.camera"] ?? {};
        if (!eye) return;
        turn.set(Math.atan2(eye.y, eye.x) * 180 / Math.PI);
        tilt.set(Math.atan2(eye.z, Math.hypot(eye.x, eye.y)) * 180 / Math.PI);
      });
      plot.on("plotly_hover", ({points: [{x, y}]}) => {
        const [column, row] = [Math.round(x * (surface.x.count - 1)), Math.round(y * (surface.y.count - 1))];
        const share = shares[row * surface.x.count + column];
        const height = share > 1 ? above.words : share < 0 ? below.words : value(share);
        read.textContent = `${surface.x.label} ${along(surface.x, x)}, ${surface.y.label} ${along(surface.y, y)}: `
          + `${surface.z.label} ${height}`;
      });
      plot.querySelector("canvas")?.addEventListener("webglcontextlost", () => {
        root.classList.remove("mml-turned");
        scene.remove();
        stay("the browser has given its place to others. Run the cell, or load the page again, to turn it.");
      });
    }).catch(problem => { scene.remove(); throw problem; });
  };

  if (!shares.every(isHole)) library().then(draw).catch(problem => stay(problem.message));
  else stay("there is no finite value.");
}

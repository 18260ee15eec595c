// The search in node: its scripts one by one, or all of them behind their worker.
import { run } from "./loading.mjs";

/** What the named scripts of overrides/assets/search put under their common name. */
function parts(...names) {
  const self = { handbookSearch: {} };
  for (const name of names) run(`search/${name}.js`, { self });
  return self.handbookSearch;
}

/** A worker that has `docs` and `knowledge`; `ask` gives the results as Material gets them. */
async function worker(docs, knowledge) {
  const said = [];
  let hear;
  const self = {
    addEventListener: (_type, heard) => {
      hear = heard;
    },
    postMessage: (message) => said.push(message),
  };
  const importScripts = (...names) => {
    for (const name of names) run(`search/${name}`, { self });
  };
  run("search/worker.js", { self, importScripts });
  const send = async (type, data) => {
    await hear({ data: { type, data } });
    return said.pop();
  };
  const ready = await send(0, { docs, config: { handbook: knowledge } });
  return { ready, ask: async (query) => (await send(2, query)).data.items };
}

const plain = parts("text").plainWriter("體体導导");

/** What the search knows beforehand, of a very small handbook. */
const knowledge = (more = {}) => ({
  traditional: "體体導导",
  lines: [],
  answers: [],
  weights: { page: 1, role: 1.5 },
  kinds: { role: "岗位", policy: "制度" },
  say: { none: "没有找到“{query}”，也许是：", entries: "没有找到“{query}”，可以从这里开始：" },
  entries: [],
  words: ["晋升|客服|主管|客服主管", "申请|转正|年限|试用期|投诉"],
  silent: ["的", "请问", "吗"],
  short: { 假: "休假" },
  questions: { duration: ["多久", "多长时间"], person: ["谁", "找 谁"] },
  groups: [
    [["晋升", "升职"], []],
    [["试用期"], ["转正"]],
  ],
  syllables: {
    jin: "晋进近",
    sheng: "升生",
    ke: "客课",
    fu: "服",
    zhu: "主",
    guan: "管观",
    shen: "申",
    qing: "请清",
    zhuan: "转",
    zheng: "正政",
    tou: "投",
    su: "诉",
    nian: "年",
    xian: "限",
    shi: "试",
    yong: "用",
    qi: "期",
  },
  exceptions: { 年限: "nian xian" },
  ...more,
});

export { knowledge, parts, plain, worker };

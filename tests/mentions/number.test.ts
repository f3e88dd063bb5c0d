import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/lexicon/fold.js";
import { parseNumber, readInteger, readNumber, resolveNumber } from "../../src/mentions/number.js";

const DIGITS = "零一二三四五六七八九";

/** 3005 → 三千零五: GB/T 15835, with 两 before 千万亿 and 一 before an inner 十 if asked for. */
function written(value: bigint, { liang = false, innerOne = true, capital = false } = {}): string {
  if (value === 0n) return "零";
  const section = (part: number, inner: boolean): string => {
    let out = "";
    let gap = false;
    for (const [power, unit] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]] as const) {
      const digit = Math.floor(part / power) % 10;
      if (digit === 0) {
        gap = out !== "" || inner;
        continue;
      }
      if (gap && (out !== "" || inner)) out += "零";
      gap = false;
      const one = power === 10 && digit === 1 && (out === "" ? !inner : !innerOne && !out.endsWith("零"));
      out += (one ? "" : liang && digit === 2 && power >= 1000 ? "两" : DIGITS[digit]) + unit;
    }
    return out;
  };
  let out = "";
  let rest = value;
  for (const [scale, unit] of [[10n ** 12n, "万亿"], [10n ** 8n, "亿"], [10n ** 4n, "万"], [1n, ""]] as const) {
    const part = Number((rest / scale) % 10000n);
    rest %= scale;
    if (part === 0) continue;
    out += section(part, out !== "") + unit;
  }
  // 一万亿零五亿: the units above 亿 are said once
  const spoken = out.replace(/万亿(?=.*亿)/u, "万");
  return capital ? Array.from(spoken, (unit) => "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"["零一二三四五六七八九十百千万亿".indexOf(unit)] ?? unit).join("") : spoken;
}

const read = (text: string): number | undefined => {
  const reading = readNumber(text, 0);
  return reading?.end === text.length && !reading.upper ? resolveNumber(reading).value : undefined;
};

describe("numbers written out in Chinese read back", () => {
  test("every number to 10^5, formal and with 两 and with 百十", () => {
    const wrong: string[] = [];
    for (let value = 0; value <= 100_000; value += 1) {
      for (const style of [{}, { liang: true }, { innerOne: false }]) {
        const text = written(BigInt(value), style);
        if (read(text) !== value) wrong.push(`${text} ${value} ${read(text)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("capitals to 10^4", () => {
    const wrong: string[] = [];
    for (let value = 1; value <= 10_000; value += 1) {
      const text = written(BigInt(value), { capital: true });
      // 拾 and 伍 alone are words of their own
      if (text.length > 1 && read(text) !== value) wrong.push(`${text} ${value} ${read(text)}`);
    }
    expect(wrong).toEqual([]);
  });

  test("colloquial: the last unit goes unsaid (一万二, 三千五, 两万四千三)", () => {
    for (let digits = 11; digits <= 999; digits += 1) {
      const last = digits % 10;
      for (const power of [10, 100, 1000]) {
        const value = digits * power;
        const units = ["", "十", "百", "千", "万"];
        const unit = units[Math.log10(power)] ?? "";
        // the digit before must be said with the next higher unit, and not be 零
        if (last === 0 || Math.floor(digits / 10) % 10 === 0 || value >= 100_000) continue;
        const text = written(BigInt(value)).slice(0, -unit.length);
        expect([text, read(text)]).toEqual([text, value]);
      }
    }
  });

  test("digit by digit", () => {
    for (let value = 1900; value <= 2100; value += 1) {
      const text = Array.from(String(value), (digit) => "〇一二三四五六七八九"[Number(digit)]).join("");
      expect(readInteger(text, 0)).toEqual({ value, end: 4 });
    }
  });

  test("the boundaries of each scale", () => {
    for (let power = 1n; power <= 16n; power += 1n) {
      for (const step of [-2n, -1n, 0n, 1n, 2n, 10n, 11n, 100n, 1000n, 9999n, 10_000n, 10_001n]) {
        const value = 10n ** power + step;
        if (value < 1n || value >= 10n ** 16n) continue;
        expect([written(value), read(written(value))]).toEqual([written(value), Number(value)]);
      }
    }
  });

  test("samples to 10^16, written, in Arabic digits and with thousands apart", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 16n - 1n }), fc.boolean(), (value, liang) => {
        expect([written(value, { liang }), read(written(value, { liang }))]).toEqual([written(value, { liang }), Number(value)]);
        expect(read(String(value))).toBe(Number(value));
        expect(read(value.toLocaleString("en-US"))).toBe(Number(value));
      }),
      { numRuns: 5000, seed: 20220120 },
    );
  });

  test("decimals are exact: never 114999999.99999999", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 9999 }), fc.constantFrom(["万", 4], ["亿", 8], ["万亿", 12]), (whole, decimals, [scale, power]) => {
        const digits = `${whole}.${String(decimals).padStart(4, "0")}`;
        expect(read(`${digits}${scale}`)).toBe(Number(`${digits}e${power}`));
      }),
      { numRuns: 3000, seed: 20220120 },
    );
  });
});

test.each([
  ["13.089亿", 1_308_900_000],
  ["1.15亿", 115_000_000],
  ["一百二十万亿", 120e12],
  ["一百一", 110],
  ["一万二", 12_000],
  ["两千四百五", 2450],
  ["九万四", 94_000],
  ["3万5千", 35_000],
  ["25万6千", 256_000],
  ["3亿2000万", 320_000_000],
  ["1,100万", 11_000_000],
  ["5百万", 5_000_000],
  ["廿三", 23],
  ["卅", 30],
  ["三点一四", 3.14],
  ["一点二万亿", 1.2e12],
  ["-6.76", -6.76],
  ["负三十二", -32],
  ["四分之一", 0.25],
  ["一又二分之一", 1.5],
  ["一半", 0.5],
  ["2.5e9", 2.5e9],
])("%s is %d", (text, value) => expect(read(text)).toBe(value));

test.each([
  ["十几万", 100_000],
  ["几十亿", 1e9],
  ["数百", 100],
  ["900余", 900],
  ["一千多万", 10_000_000],
  ["三十万多亿", 30e12],
  ["一千五百零几万", 15_000_000],
])("%s is more than %d", (text, value) => {
  const reading = readNumber(text, 0);
  expect(reading).toMatchObject({ end: text.length, bound: true });
  expect(reading && resolveNumber(reading)).toEqual({ value });
});

test.each([
  ["八九亿", 8e8, 9e8],
  ["十五六万", 150_000, 160_000],
  ["三五", 3, 5],
  ["一两百", 100, 200],
  ["二三十", 20, 30],
])("%s is %d to %d", (text, value, upper) => {
  const reading = readNumber(text, 0);
  expect(reading?.end).toBe(text.length);
  expect(reading && resolveNumber(reading)).toEqual({ value, upper });
});

test.each(["陆地", "伍先生", "拾取", "参加", "几家", "数据", "多少", "1.2.3", "人"])("%s begins with no number", (text) => expect(readNumber(text, 0)).toBeUndefined());

test.each([
  ["３万５千", { value: 35_000, comparator: "eq" }],
  [" 數十億 ", { value: 1e9, comparator: "gt" }],
  ["八九亿", { value: 8e8, upper: 9e8, comparator: "range" }],
  ["百分之五", { value: 5, comparator: "eq", unit: "percent" }],
  ["三家", undefined],
  ["", undefined],
])("parseNumber(%j)", (text, expected) => expect(parseNumber(text)).toEqual(expected));

test("a full-width comma separates thousands only between full-width digits", () => {
  const value = (text: string): number | undefined => {
    const reading = readNumber(fold(text), 0, text.length, text);
    return reading && resolveNumber(reading).value;
  };
  expect(value("９，９９９")).toBe(9999);
  expect(value("5，100家")).toBe(5);
});

test("nothing throws, and no reading leaves the text", () => {
  const numeral = fc.constantFrom(..."零一二两三十百千万亿兆几数多余来点分之又半负-+.,1234567890 %e参拾壹\ud800\0");
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(numeral).map((units) => units.join(""))), fc.nat(20), (text, at) => {
      const reading = readNumber(text, at);
      if (reading) {
        expect(reading.end).toBeGreaterThan(at);
        expect(reading.end).toBeLessThanOrEqual(text.length);
        expect(resolveNumber(reading).value).not.toBeNaN();
      }
      readInteger(text, at);
    }),
    { numRuns: 20_000, seed: 20220120 },
  );
});

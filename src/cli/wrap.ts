import stringWidth from "string-width";

/** A text in lines of at most `width` columns, of which a Chinese character takes two; cut between any two characters. */
export function wrap(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    const taken = stringWidth(segment);
    if (used + taken > width && line !== "") {
      lines.push(line);
      [line, used] = ["", 0];
    }
    line += segment;
    used += taken;
  }
  return [...lines, line].join("\n");
}

import { workerData } from "piscina";
import { createExtractor, type Extractor } from "../index.js";
import { packError, type Answer, type Task } from "./message.js";
import type { WorkerOptions } from "./option.js";

let extractor: Extractor | undefined;

async function open(): Promise<Extractor> {
  const { segmenter, ...options } = workerData as WorkerOptions;
  if (segmenter !== "nodejieba") return createExtractor(options);
  const { nodejiebaSegmenter } = await import("../nodejieba.js");
  return createExtractor({ ...options, segmenter: nodejiebaSegmenter() });
}

/** The entry of a worker thread: one extractor, kept; a text that fails does not fail its neighbours. */
export default async function answer(task: Task): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const [text, options] of task) {
    try {
      extractor ??= await open();
      answers.push({ json: JSON.stringify(extractor.extract(text, options)) });
    } catch (error) {
      answers.push({ error: packError(error) });
    }
  }
  return answers;
}

export { nodejiebaSegmenter } from "./tokens/nodejieba.js";

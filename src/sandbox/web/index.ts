export { renderPage, renderWorkspace } from "./page.ts";
export {
  plainText,
  type WebBlock,
  type WebPage,
  type WebSpan,
  type WebText,
  type WebTreeNode,
  type WebWorkspace,
} from "./view.ts";

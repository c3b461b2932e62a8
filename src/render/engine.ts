import Handlebars from "handlebars";

import { blocks, prepareTemplate } from "./ast.ts";
import { guard, unguard, type MissedField } from "./guard.ts";
import { asMarkdown, HelperError, Markdown } from "./markdown-value.ts";
import type { TemplateSource } from "./template-files.ts";
import { templateError } from "./template-errors.ts";

/** What a helper is given beside its values. `body` renders what stands inside a block helper. */
export interface HelperCall {
  readonly named: Readonly<Record<string, unknown>>;
  readonly body: (() => string) | null;
}

/**
 * A word of the template language. What it returns is text and is escaped, unless it is `Markdown`.
 * @throws HelperError when a value is of the wrong kind.
 */
export type TemplateHelper = (values: readonly unknown[], call: HelperCall) => unknown;

export type TemplateHelpers = Readonly<Record<string, TemplateHelper>>;

/** The name under which every `{{…}}` of a template is routed; no template can write it. */
const outlet = "out!";

/**
 * Renders one template with its partials in a Handlebars of its own. Templates come from files only and are
 * compiled from their own text; values are never compiled. Whatever a value holds comes out as text.
 * @throws UsageError naming file, line and what is known there.
 */
export function renderTemplate(
  main: TemplateSource,
  partials: readonly TemplateSource[],
  context: object,
  helpers: TemplateHelpers,
): string {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper("log");
  handlebars.unregisterHelper("lookup");
  handlebars.registerHelper(outlet, (value: unknown, options: CallOptions) =>
    onLine(options, () => asMarkdown(unguard(value)).source),
  );
  const missed: { last: MissedField | null } = { last: null };
  const guarded = (value: unknown): unknown => guard(value, "", (miss) => (missed.last = miss));
  for (const [name, helper] of Object.entries(helpers)) {
    handlebars.registerHelper(name, adapt(name, helper, guarded));
  }
  const each = handlebars.helpers["each"];
  handlebars.registerHelper("each", function repeat(this: unknown, list: unknown, options: CallOptions) {
    return onLine(options, (): unknown => {
      if (typeof list !== "object")
        throw new HelperError("{{#each …}} takes a list, and this is a single value.");
      return each?.call(this, list, options);
    });
  });
  const known = {
    helpers: [...Object.keys(helpers), ...blocks],
    partials: partials.map(({ name }) => name),
    outlet,
  };
  const compile = (source: TemplateSource): Handlebars.TemplateDelegate => {
    const attempt = <Result>(act: () => Result): Result => {
      try {
        return act();
      } catch (error) {
        throw templateError(error, source, missed.last);
      }
    };
    const run = attempt(() =>
      handlebars.compile(prepareTemplate(handlebars, source, known), { noEscape: true, strict: true }),
    );
    return (context, options) => attempt(() => run(context, { ...options, ...noPrototypes }));
  };
  for (const partial of partials) handlebars.registerPartial(partial.name, compile(partial));
  return compile(main)(guarded(context));
}

const noPrototypes = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false };

/** Handlebars passes the place of the call as well; its types leave it out. */
interface CallOptions extends Handlebars.HelperOptions {
  readonly loc?: hbs.AST.SourceLocation;
}

function adapt(
  name: string,
  helper: TemplateHelper,
  guarded: (value: unknown) => unknown,
): Handlebars.HelperDelegate {
  return function call(this: unknown, ...given: unknown[]): unknown {
    const options = given.at(-1) as CallOptions;
    const isBlock = typeof options.fn === "function";
    const hash = Object.entries(options.hash as Record<string, unknown>);
    const named = Object.fromEntries(hash.map(([key, value]) => [key, unguard(value)] as const));
    return onLine(options, () => {
      const [extra] = name === "t" ? [] : Object.keys(named);
      if (extra !== undefined)
        throw new HelperError(`{{${name} …}} takes no value by name; “${extra}=” is one.`);
      if (given.length === 1) throw new HelperError(`{{${name} …}} is given nothing to work on.`);
      const body = isBlock ? () => options.fn(this) : null;
      const result = helper(given.slice(0, -1).map(unguard), { named, body });
      // A block's result goes straight onto the page, so it is settled here; any other by the outlet.
      if (isBlock) return asMarkdown(result).source;
      return result instanceof Markdown ? result : guarded(result);
    });
  };
}

/** A helper knows what is wrong and not where; this adds the line. */
function onLine<Result>({ loc }: CallOptions, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof HelperError && error.lineNumber === null) error.lineNumber = loc?.start.line ?? null;
    throw error;
  }
}

/**
 * The fixed words of what a person reads, by their names in templates/messages, in the reader's language. Values are
 * put in as they are: whoever gives one has made it fit for a line, or for Markdown where the message is.
 * @throws Error when there is no such message, or it asks for a value that is not given.
 */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

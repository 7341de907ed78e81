/** What the server writes when a part of it did not start, while it still answers that it is healthy. */
const lies = /failed to invoke lifecycle handler|Unable to load default payment/i;
const shown = 400;

/** The first line which says that the server is healthy in name only; null when none does. */
export function brokenPart(log: string): string | null {
  const line = log.split('\n').find((one) => lies.test(one));
  return line === undefined ? null : line.trim().slice(0, shown);
}

/** Where the web server listens, once it says so. */
export function listeningUrl(line: string): string | null {
  const port = /Started ServerConnector@[^{]*\{[^}]*\}\{127\.0\.0\.1:(\d+)\}/.exec(line)?.[1];
  return port === undefined ? null : `http://127.0.0.1:${port}`;
}

/** The lines that say why a start failed, or the last ones where none does. */
export function reasonIn(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  const told = lines.filter((line) => /\bERROR\b|Exception|:WARN:|Caused by/.test(line));
  return (told.length > 0 ? told : lines)
    .slice(-3)
    .join('\n')
    .slice(-3 * shown);
}

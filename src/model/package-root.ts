/**
 * The URL of our own package's folder, with a slash at its end, from the URL of any of our modules. Sources stand in `src`,
 * the published package's JavaScript in `dist/src`.
 */
export function packageRoot(moduleUrl: string): string {
  const above = moduleUrl.slice(0, moduleUrl.lastIndexOf('/src/') + 1);
  return moduleUrl.endsWith('.js') ? above.replace(/dist\/$/, '') : above;
}

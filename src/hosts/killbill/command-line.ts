import { delimiter, join } from 'node:path';
import type { ServerFiles } from './folders.ts';
import { needsRemovedJavaParts } from './versions.ts';

/** Packages that the server and its plugin frame reach into; Java 17 wants each to be named. */
const opened = [
  ...[
    'java.lang',
    'java.lang.reflect',
    'java.util',
    'java.util.concurrent',
    'java.net',
    'java.io',
    'java.math',
  ],
  ...[
    'java.text',
    'java.time',
    'java.security',
    'sun.nio.ch',
    'sun.net.www.content.text',
    'jdk.internal.loader',
  ],
  // Without the one for jar the payment services fail to start behind an answer of good health.
  ...['http', 'https', 'jar', 'file', 'ftp', 'jrt'].map((protocol) => `sun.net.www.protocol.${protocol}`),
];

/** A server that lives for minutes: only the first stage of Java's compiler saves 13 of 23 seconds of a processor until it is ready. */
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

export interface WorkFolders {
  /** Absolute; holds killbill.properties and logback.xml. */
  readonly work: string;
  /** What the server unpacks, about 70 MB. */
  readonly temporary: string;
}

/** The arguments of `java`. Port 0: the web server takes a free one and says which. */
export function serverArguments(files: ServerFiles, { work, temporary }: WorkFolders): readonly string[] {
  return [
    ...opened.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    ...(needsRemovedJavaParts(files.version)
      ? ['--add-exports=jdk.naming.rmi/com.sun.jndi.rmi.registry=ALL-UNNAMED']
      : []),
    ...quickStart,
    ...['-Xms256m', '-Xmx1g', '-Duser.timezone=UTC', `-Djava.io.tmpdir=${temporary}`],
    `-Dlogback.configurationFile=${join(work, 'logback.xml')}`,
    // The web server hides why it did not start unless it is told to speak.
    '-Dorg.eclipse.jetty.util.log.class=org.eclipse.jetty.util.log.StdErrLog',
    ...['-Dh2.bindAddress=127.0.0.1', '-Djava.rmi.server.hostname=127.0.0.1'],
    '-Djava.security.egd=file:/dev/./urandom',
    `-Dorg.killbill.server.properties=file://${join(work, 'killbill.properties')}`,
    ...['-classpath', [files.launcherFolder, ...files.libraries].join(delimiter), 'Launcher'],
    ...['--host', '127.0.0.1', '--port', '0', '--path', '/', files.war],
  ];
}

/**
 * Everything from INFO to one file in the run folder: a warning there is at times all that tells of a lost amount. What tells of a
 * part that did not start goes to standard output too: a server in that state fills the file within seconds, over and over.
 */
export function logSettings(logFile: string): string {
  return `<configuration>
  <appender name="file" class="ch.qos.logback.core.rolling.RollingFileAppender">
    <file>${escaped(logFile)}</file>
    <rollingPolicy class="ch.qos.logback.core.rolling.FixedWindowRollingPolicy">
      <fileNamePattern>${escaped(logFile)}.%i</fileNamePattern>
      <minIndex>1</minIndex>
      <maxIndex>2</maxIndex>
    </rollingPolicy>
    <triggeringPolicy class="ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy">
      <maxFileSize>20MB</maxFileSize>
    </triggeringPolicy>
    <encoder>
      <pattern>%date{"yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", UTC} %level %logger{0} [%thread] request=%X{req.requestId} account=%X{kb.accountRecordId} tenant=%X{kb.tenantRecordId} %msg%n</pattern>
    </encoder>
  </appender>
  <appender name="told" class="ch.qos.logback.core.ConsoleAppender">
    <filter class="ch.qos.logback.classic.filter.ThresholdFilter">
      <level>WARN</level>
    </filter>
    <encoder>
      <pattern>%level %logger{0} %msg%n</pattern>
    </encoder>
  </appender>
${startingParts.map(toldToo).join('')}  <logger name="jdbc" level="OFF"/>
  <root level="INFO">
    <appender-ref ref="file"/>
  </root>
</configuration>
`;
}

/** Who starts the parts of the server, and says when one of them failed. */
const startingParts = [
  'org.killbill.billing.lifecycle.DefaultLifecycle',
  'org.killbill.billing.payment.glue.DefaultPaymentService',
] as const;

function toldToo(logger: string): string {
  return `  <logger name="${logger}">\n    <appender-ref ref="told"/>\n  </logger>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('$', '\\$');
}

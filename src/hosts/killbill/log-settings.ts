/** Everything from INFO to one file in the run folder: a warning there is at times all that tells of a lost amount. */
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
  <logger name="jdbc" level="OFF"/>
  <root level="INFO">
    <appender-ref ref="file"/>
  </root>
</configuration>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('$', '\\$');
}

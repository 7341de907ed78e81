import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.rmi.server.RMISocketFactory;

/**
 * Starts the Jetty runner with every port on loopback. The server opens an RMI registry on port 1099 of all interfaces, whatever
 * host it is told, and has no setting for it: here 1099 is any free port of loopback, so that several servers fit on one machine.
 */
public class Launcher {
  private static final int REGISTRY = 1099;

  @SuppressWarnings("deprecation")
  public static void main(String[] arguments) throws Exception {
    // One stream, in the order of events: whoever starts us listens to standard output.
    System.setErr(System.out);
    RMISocketFactory.setSocketFactory(new LoopbackSockets(InetAddress.getByName("127.0.0.1")));
    org.eclipse.jetty.runner.Runner.main(arguments);
  }

  private static class LoopbackSockets extends RMISocketFactory {
    private final InetAddress loopback;
    private volatile int registryPort = REGISTRY;

    LoopbackSockets(InetAddress loopback) {
      this.loopback = loopback;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      return new Socket(loopback, port == REGISTRY ? registryPort : port);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      ServerSocket server = new ServerSocket(port == REGISTRY ? 0 : port, 50, loopback);
      if (port == REGISTRY) registryPort = server.getLocalPort();
      return server;
    }
  }
}

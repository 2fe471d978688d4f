package slipstream.device.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.tinylog.Logger;

/// The signal SIGHUP, by which services are told to read their configuration again: `systemctl reload`.
///
/// The JDK offers signals in `sun.misc` of the module jdk.unsupported only, whose use the compiler never lets pass
/// without a warning; so it is reached by name, and missed without harm.
final class HangUp {
    private HangUp() {}

    /// From here on, does `work` at each such signal, one at a time, instead of ending the program.
    static void does(Runnable work) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                work.run();
            }
            return null;
        };
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handles = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(HangUp.class.getClassLoader(), new Class<?>[] {handles}, handler);
            signal.getMethod("handle", signal, handles)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            Logger.warn("This system has no SIGHUP ({}): the configuration is read at the start only.", e.toString());
        }
    }
}

package slipstream.device.port.system;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/// The functions of the C library that are called, each as of section 2 of the manual, with the kinds of its
/// result and its arguments: `i` int, `l` long, `p` a pointer, whose address is given as a number.
enum Call {
    OPEN("i", "pii", 2),
    CLOSE("i", "i"),
    READ("l", "ipl"),
    WRITE("l", "ipl"),
    POLL("i", "pli"),
    IOCTL("i", "ill", 2),
    FCNTL("i", "iii", 2),
    EVENTFD("i", "ii"),
    SOCKET("i", "iii"),
    BIND("i", "ipi"),
    LISTEN("i", "ii"),
    ACCEPT4("i", "ippi"),
    SETSOCKOPT("i", "iiipi"),
    GETSOCKNAME("i", "ipp"),
    SHUTDOWN("i", "ii");

    private static final int MOST_ARGUMENTS = 5;

    private final MethodHandle handle;

    Call(String result, String arguments) {
        handle = bind(result, arguments);
    }

    /// @param firstVariable which argument is the first of a variable list
    Call(String result, String arguments, int firstVariable) {
        handle = bind(result, arguments, Linker.Option.firstVariadicArg(firstVariable));
    }

    /// Calls the function, again when a signal interrupted it.
    ///
    /// @param arena where the error's number is put meanwhile
    /// @return what it returned
    /// @throws SystemException when that is less than 0
    long in(Arena arena, long... arguments) throws SystemException {
        MemorySegment state = arena.allocate(Errors.LAYOUT);
        long[] all = Arrays.copyOf(arguments, MOST_ARGUMENTS);
        while (true) {
            long result = invoke(state, all);
            if (result >= 0) {
                return result;
            }
            int number = state.get(ValueLayout.JAVA_INT, Errors.NUMBER_AT);
            if (number != ErrorNumber.EINTR) {
                throw new SystemException(number);
            }
        }
    }

    private long invoke(MemorySegment state, long[] all) {
        try {
            return (long) handle.invokeExact(state, all[0], all[1], all[2], all[3], all[4]);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// The function as one of five longs, whatever it takes; what is too many is left out, what is too long cut.
    @SuppressWarnings("restricted")
    private MethodHandle bind(String result, String arguments, Linker.Option... more) {
        Linker.Option[] options = Arrays.copyOf(more, more.length + 1);
        options[more.length] = Linker.Option.captureCallState(Errors.NAME);
        MemoryLayout[] kinds = arguments.chars().mapToObj(c -> layout((char) c)).toArray(MemoryLayout[]::new);
        Linker linker = Linker.nativeLinker();
        MethodHandle exact = linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name().toLowerCase(Locale.ROOT)),
                FunctionDescriptor.of(layout(result.charAt(0)), kinds),
                options);
        MethodHandle five = MethodHandles.dropArguments(
                exact, kinds.length + 1, Collections.nCopies(MOST_ARGUMENTS - kinds.length, long.class));
        Class<?>[] longs = Collections.nCopies(MOST_ARGUMENTS, long.class).toArray(Class<?>[]::new);
        return MethodHandles.explicitCastArguments(
                five, MethodType.methodType(long.class, longs).insertParameterTypes(0, MemorySegment.class));
    }

    private static MemoryLayout layout(char kind) {
        return kind == 'i' ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
    }

    /// Where the linker puts `errno`.
    private static final class Errors {
        static final String NAME = "errno";
        static final StructLayout LAYOUT = Linker.Option.captureStateLayout();
        static final long NUMBER_AT = LAYOUT.byteOffset(MemoryLayout.PathElement.groupElement(NAME));
    }
}

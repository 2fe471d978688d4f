package slipstream.device.port.system;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// An open file of the system that never lets a call wait but in [#poll]. Any number of threads may use it.
///
/// After [#close] every call fails with [DeviceClosedException], those that wait at once.
public interface Device extends Closeable {
    /// Something can be read: `POLLIN`, poll(2).
    int READABLE = 0x01;

    /// Something can be written: `POLLOUT`.
    int WRITABLE = 0x04;

    /// A fault; told unasked: `POLLERR`.
    int FAULT = 0x08;

    /// The other end is gone; told unasked: `POLLHUP`.
    int GONE = 0x10;

    /// Waits for one of `events`, a fault or the other end's going.
    ///
    /// @param events [#READABLE], [#WRITABLE], both or none
    /// @param most how long; zero looks only
    /// @return what there is, 0 when nothing came in time
    int poll(int events, Duration most) throws IOException;

    /// Reads what there is, from `from` on, before `to`.
    ///
    /// @return how many bytes; 0 is what the system calls the end, which some devices are not at
    /// @throws SystemException with [ErrorNumber#EAGAIN] when there is nothing now
    int read(byte[] into, int from, int to) throws IOException;

    /// Writes as many of the bytes from `from` to `to` as are taken now.
    ///
    /// @throws SystemException with [ErrorNumber#EAGAIN] when none are
    int write(byte[] bytes, int from, int to) throws IOException;

    /// An ioctl(2) whose argument is a number.
    ///
    /// @return what the call returns
    int control(long request, int value) throws IOException;

    /// An ioctl(2) whose argument is a pointer to `inOut`, which the device may read and change.
    void exchange(long request, byte[] inOut) throws IOException;

    /// Closes the file. Never fails.
    @Override
    void close();
}

package slipstream.device.bridge;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import slipstream.device.watch.Progress;

/// A session's lock, which tells the watch: whoever holds it is in our own code, but for where it waits for others.
final class SessionLock extends ReentrantLock {
    private static final long serialVersionUID = 1;

    private final transient Progress.Stretch ours;

    SessionLock(Progress.Stretch ours) {
        this.ours = ours;
    }

    @Override
    public void lock() {
        super.lock();
        ours.enter();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        boolean locked = super.tryLock(time, unit);
        if (locked) {
            ours.enter();
        }
        return locked;
    }

    @Override
    public void unlock() {
        if (getHoldCount() == 1) {
            ours.leave();
        }
        super.unlock();
    }

    /// The holder waits for somebody else from here on.
    void waits() {
        ours.leave();
    }

    /// The holder goes on.
    void goesOn() {
        ours.enter();
    }

    /// The session is over.
    void end() {
        ours.close();
    }
}

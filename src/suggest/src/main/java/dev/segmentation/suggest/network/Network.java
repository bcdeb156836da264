package dev.segmentation.suggest.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * What the web client asks of the machine it runs on. Tests replace it, so that a server on this machine can play a public one
 * while every check stays in force.
 *
 * @param names finds the machines of a host
 * @param sockets says where a checked machine is really called
 * @param tls what certificates are trusted
 * @param time the clock
 */
record Network(Names names, Sockets sockets, SSLContext tls, Time time) {

    /** Finds machines by name. */
    interface Names {
        /** All addresses of the host. */
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Where a machine is called. */
    interface Sockets {
        /** The socket for a machine that was checked. */
        InetSocketAddress of(InetAddress machine, int port);
    }

    /** A clock, and how to wait. */
    interface Time {
        /** The clock of this machine. */
        Time REAL = new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis());
            }
        };

        /** Nanoseconds since some moment. */
        long nanos();

        /** Waits. */
        void sleep(Duration time) throws InterruptedException;
    }

    /** The network as it is. */
    static Network real() {
        try {
            return new Network(InetAddress::getAllByName, InetSocketAddress::new, SSLContext.getDefault(), Time.REAL);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}

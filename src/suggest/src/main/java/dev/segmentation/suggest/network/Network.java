package dev.segmentation.suggest.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.function.BiFunction;
import javax.net.ssl.SSLContext;

/**
 * What the web client asks of the machine it runs on. Tests replace it, so that a server on this machine can play a public one
 * while every check stays in force.
 */
record Network(Names names, BiFunction<InetAddress, Integer, InetSocketAddress> sockets, SSLContext tls, Time time) {

    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    interface Time {
        default long nanos() {
            return System.nanoTime();
        }

        default void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis());
        }
    }

    static Network real() {
        try {
            return new Network(
                    InetAddress::getAllByName, InetSocketAddress::new, SSLContext.getDefault(), new Time() {});
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }
}

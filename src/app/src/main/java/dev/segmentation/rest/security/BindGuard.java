package dev.segmentation.rest.security;

import dev.segmentation.config.AccessConfig;
import dev.segmentation.config.SegmentationConfig;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Keeps the service on this machine as long as nobody can sign on. It looks at the address that is really bound. */
@Singleton
final class BindGuard implements HttpServerOptionsCustomizer {
    private static final Logger LOG = Logger.getLogger(BindGuard.class);

    private final AccessConfig config;

    BindGuard(SegmentationConfig config) {
        this.config = config.access();
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        check(options.getHost());
        if (!RequestHeaders.isLoopbackAddress(options.getHost())) {
            LOG.warn(
                    "Without TLS passwords and tokens cross the network in the clear. Put a proxy with TLS before the"
                            + " service, or set QUARKUS_HTTP_SSL_CERTIFICATE_FILES and QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES.");
        }
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        check(options.getHost());
    }

    private void check(String host) {
        if (RequestHeaders.isLoopbackAddress(host)) {
            return;
        }
        if (SignOn.isOpen(config)) {
            throw new RefusedAddress(host + " is not a loopback address, and nobody can sign on, so the service is for"
                    + " this machine alone. Set SEGMENTER_USERS, SEGMENTER_TOKENS or SEGMENTER_OIDC_ISSUER first, or"
                    + " bind 127.0.0.1.");
        }
        if (config.hosts().isEmpty()) {
            throw new RefusedAddress(
                    host + " is reached from other machines, and no name is set under which the service"
                            + " is called. Set SEGMENTER_HOSTS, for example to segmenter.example.com.");
        }
    }

    /** The service must not be bound to that address; the message says what to do. */
    static final class RefusedAddress extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        RefusedAddress(String message) {
            super(message);
        }
    }
}

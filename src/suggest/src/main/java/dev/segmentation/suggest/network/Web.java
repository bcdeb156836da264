package dev.segmentation.suggest.network;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;

/** Reads addresses of the public network. Tests play it from recorded answers. */
public interface Web {
    /**
     * Fetches a page or a document with GET, following a bounded number of redirects, each of which is checked anew.
     *
     * @throws RefusedException if the address, or one that it leads to, is not public or not allowed
     * @throws OfflineException if there seems to be no network at all
     * @throws IOException if it cannot be had within the limits of time and size
     */
    Answer get(URI address) throws IOException;

    /**
     * What came back.
     *
     * @param address where it came from in the end, after redirects
     * @param type media type without parameters, lower case, blank if not said
     * @param body the text, cut off at the limit of size
     */
    record Answer(URI address, int status, String type, String body) {
        /** Whether the server had what was asked for. */
        public boolean good() {
            return status >= 200 && status < 300;
        }

        /** The tree of a good answer; an answer of another kind, or one that was cut off, is an error that names the service. */
        JsonNode json(String service) throws IOException {
            if (!good()) {
                throw new IOException(service + " answers with status " + status + ".");
            }
            return CachedWeb.parse(service, body);
        }
    }

    /** An address that must not be asked. */
    final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        public RefusedException(String message) {
            super(message);
        }
    }

    /** There is no network; asking further is of no use. */
    final class OfflineException extends IOException {
        private static final long serialVersionUID = 1;

        public OfflineException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

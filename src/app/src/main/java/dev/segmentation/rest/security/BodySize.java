package dev.segmentation.rest.security;

import dev.segmentation.config.AccessConfig;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;

/** How large the body of a request says it is, and how large it may be. */
final class BodySize {
    private BodySize() {}

    /** Bytes that the headers tell of; 0 if there is no body, negative if they do not tell. */
    static long said(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d{1,18}")) {
            return Long.parseLong(length);
        }
        boolean none = request.version() == HttpVersion.HTTP_2
                ? request.isEnded()
                : request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
        return none ? 0 : -1;
    }

    /** The largest that is taken; what is no JSON is an upload. */
    static long most(HttpServerRequest request, AccessConfig config) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        boolean upload = type != null && !type.toLowerCase(Locale.ROOT).contains("json");
        return (upload ? config.maxUpload() : config.maxBody()).asLongValue();
    }
}

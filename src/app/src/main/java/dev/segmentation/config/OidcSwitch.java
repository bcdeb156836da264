package dev.segmentation.config;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/** Turns OpenID Connect on where an issuer is set: the framework would not start with it on and without one. */
public final class OidcSwitch implements ConfigSourceInterceptor {
    private static final long serialVersionUID = 1L;
    private static final String ENABLED = "quarkus.oidc.tenant-enabled";
    private static final String ISSUER = "segmenter.oidc.issuer";

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        if (!name.equals(ENABLED) || value == null) {
            return value;
        }
        ConfigValue issuer = context.proceed(ISSUER);
        boolean on = issuer != null
                && issuer.getValue() != null
                && !issuer.getValue().isBlank();
        return value.withValue(Boolean.toString(on));
    }
}
